package io.sipwright.web;

import io.sipwright.secret.Secret;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.template.FieldEditor;
import io.sipwright.template.ObjectSpec;
import io.sipwright.validation.ValidationException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Former states of objects. */
final class History {

    private static final int USUAL = 50;
    private static final int MOST = 1000;

    private History() {}

    /** Asks a store. */
    @FunctionalInterface
    interface Source<T> {
        List<FormerState<T>> history(String name, int limit);
    }

    static <T> HistoryBody body(
            String kind,
            String name,
            @Nullable String limit,
            Source<T> source,
            Function<T, String> spelled,
            Function<T, @Nullable TrunkBody> trunk,
            Function<T, @Nullable SipUserBody> user) {
        Parameters parameters = new Parameters();
        int most = (int) parameters.number("limit", limit, USUAL, 1, MOST);
        parameters.check();
        List<FormerState<T>> states = source.history(Api.name(kind, name), most);
        if (states.isEmpty()) {
            throw new NotFoundException(kind, name);
        }
        return HistoryBody.of(spelled.apply(states.get(0).object()), states, trunk, user);
    }

    /** Which state is to be brought back. */
    static long generation(RequestObject body) {
        Members members = new Members(body.json(), Set.of());
        boolean given = members.has("generation") && !members.isNull("generation");
        Long generation = members.number("generation");
        if (!given) {
            members.take("generation");
            members.wrong("generation", "field.required", "Required.");
        }
        members.refuseOthers();
        ValidationException.throwIfAny(members.violations());
        return generation == null ? 0 : generation;
    }

    static <T> FormerState<T> find(String kind, String name, long generation, Source<T> source) {
        return source.history(name, MOST).stream()
                .filter(state -> state.change().generation() == generation)
                .findFirst()
                .orElseThrow(
                        () -> new NotFoundException("state of generation " + generation + " of the " + kind, name));
    }

    /** Makes all fields what they were. */
    static void fields(ObjectSpec present, ObjectSpec former, FieldEditor<?> patch) {
        present.fields().forEach((name, value) -> patch.clear(name));
        former.fields().forEach((name, value) -> {
            if (value.isSecret()) {
                patch.field(name, Secret.of(value.text()));
            } else {
                patch.field(name, value.items());
            }
        });
    }
}
