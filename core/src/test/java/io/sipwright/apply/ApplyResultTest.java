package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.target.WriteResult;
import io.sipwright.target.WriteResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How far a generation has come, and how that is said. */
class ApplyResultTest {

    private static final WriteResult WRITTEN = result(Outcome.WRITTEN, Outcome.UNCHANGED);

    private static WriteResult result(Outcome trunks, Outcome users) {
        return new WriteResult(Map.of("trunks", trunks, "users", users));
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(new ReloadOutcome.Verified(), "Generation 7 was seen running in Asterisk"),
                Arguments.of(
                        new ReloadOutcome.Accepted(),
                        "Written; Asterisk says that it has reloaded, which proves nothing"),
                Arguments.of(
                        new ReloadOutcome.Rejected(List.of("a", "b")),
                        "Written, but Asterisk runs something else: a; b"),
                Arguments.of(new ReloadOutcome.Unreachable("timeout"), "Written, but Asterisk did not answer: timeout"),
                Arguments.of(new ReloadOutcome.NotAsked(), "Written; Asterisk was not asked to reload"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void only_what_was_seen_running_is_verified(ReloadOutcome outcome, String summary) {
        ApplyResult result = new ApplyResult(7, WRITTEN, outcome, null);

        assertThat(result.summary()).isEqualTo(summary);
        assertThat(result.isVerified()).isEqualTo(outcome instanceof ReloadOutcome.Verified);
        assertThat(result.isInFiles()).isTrue();
    }

    @Test
    void an_edit_by_someone_else_is_not_in_the_files() {
        ApplyResult result = new ApplyResult(7, result(Outcome.HELD_BACK, Outcome.DRIFTED), null, null);

        assertThat(result.summary())
                .isEqualTo("Not written: a file was edited by someone else since it was written last");
        assertThat(result.isInFiles()).isFalse();
        assertThat(result.isVerified()).isFalse();
    }

    @Test
    void what_was_there_already_is_in_the_files() {
        ApplyResult result = new ApplyResult(7, result(Outcome.UNCHANGED, Outcome.UNCHANGED), null, null);

        assertThat(result.summary()).isEqualTo("The files already held generation 7");
        assertThat(result.isInFiles()).isTrue();
        assertThat(result.isVerified()).isFalse();
    }

    @Test
    void a_failure_says_why() {
        ApplyResult result = new ApplyResult(7, null, null, "no space left");

        assertThat(result.summary()).isEqualTo("Not written: no space left");
        assertThat(result.isInFiles()).isFalse();
        assertThat(result.isVerified()).isFalse();
    }
}
