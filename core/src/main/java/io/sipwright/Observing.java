package io.sipwright;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.ObserverException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
