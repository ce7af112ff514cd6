package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.store.FormerState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an object was like, the newest state first.
 *
 * @param name of the object
 */
record HistoryBody(boolean success, String name, List<StateBody> history) implements ApiBody {

    /**
     * A state that a change left.
     *
     * @param trunk as it was, if it is one
     * @param user as it was, if it is one
     */
    record StateBody(
            long generation,
            String action,
            @JsonProperty("version") long version,
            String actor,
            Instant at,
            @Nullable TrunkBody trunk,
            @Nullable SipUserBody user) {}

    static <T> HistoryBody of(
            String name,
            List<FormerState<T>> states,
            Function<T, @Nullable TrunkBody> trunk,
            Function<T, @Nullable SipUserBody> user) {
        List<StateBody> bodies = states.stream()
                .map(state -> new StateBody(
                        state.change().generation(),
                        state.change().action().name().toLowerCase(Locale.ROOT),
                        state.change().version(),
                        state.change().actor(),
                        state.change().at(),
                        trunk.apply(state.object()),
                        user.apply(state.object())))
                .toList();
        return new HistoryBody(true, name, bodies);
    }
}
