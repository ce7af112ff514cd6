package io.sipwright;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.ObserverException;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks the observers of all nodes. */
record Observing(Map<String, AsteriskObserver> observers) {

    <T> List<Observation<T>> all(Function<AsteriskObserver, List<T>> question) {
        List<Observation<T>> all = new ArrayList<>();
        observers.forEach((node, observer) -> {
            try {
                all.add(Observation.of(node, question.apply(observer)));
            } catch (ObserverException e) {
                all.add(Observation.unknown(node, String.valueOf(e.getMessage())));
            }
        });
        return all;
    }

    /** The registrations among what a trunk was rendered to. */
    List<Observation<TrunkRegistration>> registrations(List<PjsipElement> trunk) {
        Set<String> names = names(trunk, "registration");
        return all(observer -> observer.registrations().stream()
                .filter(registration -> names.contains(registration.name()))
                .toList());
    }

    /**
     * The phones of a user.
     *
     * @param rendered what the user is rendered to; empty where there is none any more, though phones may be left
     */
    List<Observation<UserContact>> contacts(String user, Optional<List<PjsipElement>> rendered) {
        Set<String> named = rendered.map(all -> names(all, "aor")).orElse(Set.of());
        Set<String> aors = named.isEmpty() ? Set.of(user) : named;
        return all(observer ->
                aors.stream().flatMap(aor -> observer.contacts(aor).stream()).toList());
    }

    /** The names of the sections of a type: a trunk may have several registrations. */
    static Set<String> names(List<PjsipElement> rendered, String type) {
        return rendered.stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .filter(section -> section.type().orElse("").equals(type))
                .map(Section::name)
                .collect(Collectors.toSet());
    }
}
