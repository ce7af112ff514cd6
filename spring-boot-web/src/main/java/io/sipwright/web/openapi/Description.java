package io.sipwright.web.openapi;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an operation besides its path and the types of its method.
 *
 * @param id unique in the document
 * @param status of success
 * @param request what is sent; null for nothing
 * @param requestExample null for none
 * @param answerExample null for none
 * @param etag whether success has the version of an object
 * @param problems statuses besides success
 */
record Description(
        String id,
        String tag,
        String summary,
        int status,
        @Nullable Requests request,
        @Nullable Object requestExample,
        @Nullable Object answerExample,
        boolean etag,
        Set<Integer> problems) {

    static Description of(String tag, String id, String summary) {
        // Any request may be unreadable, not be let in, ask for XML, or find no database.
        return new Description(
                id,
                "Sipwright: " + tag,
                summary,
                200,
                null,
                null,
                null,
                false,
                new TreeSet<>(Set.of(400, 401, 403, 406, 500, 503)));
    }

    Description created(Object example) {
        return new Description(id, tag, summary, 201, request, requestExample, example, true, problems);
    }

    Description takes(Requests request, Object example) {
        Description description =
                new Description(id, tag, summary, status, request, example, answerExample, etag, problems);
        return description.may(413, 415, 422);
    }

    /** Answers an object with its version. */
    Description versioned() {
        return new Description(id, tag, summary, status, request, requestExample, answerExample, true, problems);
    }

    Description may(Integer... others) {
        Set<Integer> all = new TreeSet<>(problems);
        all.addAll(Set.of(others));
        return new Description(id, tag, summary, status, request, requestExample, answerExample, etag, all);
    }
}
