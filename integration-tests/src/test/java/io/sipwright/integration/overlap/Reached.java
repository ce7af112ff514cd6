package io.sipwright.integration.overlap;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a call came to. The dialplan has a context for each trunk, and each answers with a code of its own. */
enum Reached {
    A(486, 17),
    B(480, 19),
    C(410, 22),
    /** It was matched to no trunk, and asked for a password. */
    NOBODY(401, 0),
    /** It was matched to a trunk, but the dialplan does not know what was called. */
    NO_EXTENSION(404, 0);

    private final int status;
    private final int cause;

    Reached(int status, int cause) {
        this.status = status;
        this.cause = cause;
    }

    static Reached of(int status) {
        return Arrays.stream(values())
                .filter(reached -> reached.status == status)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Answered with " + status));
    }

    /** The dialplan context of a trunk. */
    String context() {
        return "from-" + name();
    }

    /** The application that answers a call with the code. */
    String hangup() {
        return "Hangup(" + cause + ")";
    }

    /** Contexts that take any number. */
    static String dialplan() {
        return Stream.of(A, B, C)
                .map(trunk -> "[" + trunk.context() + "]\nexten = _[+0-9a-z]!,1," + trunk.hangup() + "\n")
                .collect(Collectors.joining());
    }
}
