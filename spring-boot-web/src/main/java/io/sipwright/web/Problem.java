package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sipwright.validation.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong (RFC 9457).
 *
 * @param type {@code urn:sipwright:problem:} and one word
 * @param title the same for all problems of a type
 * @param detail a sentence about this one
 * @param instance path of the request
 * @param success false, as the specification has it
 * @param error the detail once more, as the specification has it
 * @param violations all that is wrong with the request; null if that is not it
 * @param expectedVersion that the request demanded; null if it is not about that
 * @param actualVersion that the object has; null if it is not about that
 * @param deadline until which changes wait to be confirmed; null if it is not about that
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "success", "error", "violations"})
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        boolean success,
        String error,
        @Nullable List<ViolationBody> violations,
        @JsonProperty("expected_version") @Nullable Long expectedVersion,
        @JsonProperty("actual_version") @Nullable Long actualVersion,
        @Nullable Instant deadline)
        implements ApiBody {

    private static final String URN = "urn:sipwright:problem:";

    static Problem of(ProblemKind kind, String detail, String instance) {
        return new Problem(
                URN + kind.word(),
                kind.title(),
                kind.status().value(),
                detail,
                instance,
                false,
                detail,
                null,
                null,
                null,
                null);
    }

    Problem with(List<Violation> all) {
        List<ViolationBody> some =
                all.stream().limit(ViolationBody.MOST).map(ViolationBody::of).toList();
        return new Problem(type, title, status, detail, instance, success, error, some, null, null, null);
    }

    Problem withVersions(@Nullable Long expected, long actual) {
        return new Problem(type, title, status, detail, instance, success, error, null, expected, actual, null);
    }

    Problem withDeadline(Instant end) {
        return new Problem(type, title, status, detail, instance, success, error, null, null, null, end);
    }
}
