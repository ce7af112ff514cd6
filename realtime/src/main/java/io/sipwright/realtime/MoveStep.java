package io.sipwright.realtime;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A step of a {@link Move}, as it stands. Holds no password.
 *
 * @param state how far it is
 * @param node the Asterisk that it is about; empty for all
 * @param what is so when it is done, in a sentence
 * @param detail what to do next, or what stands in the way; empty when it is done
 */
public record MoveStep(State state, String node, String what, String detail) {

    /** How far a step is. */
    public enum State {
        /** It is so. */
        DONE,
        /** Its turn has come; {@link MoveStep#detail} says what to do. */
        NEXT,
        /** Its turn has come, and something stands in the way that has to be mended first. */
        BLOCKED,
        /** Others come first. */
        LATER
    }

    static MoveStep done(String node, String what) {
        return new MoveStep(State.DONE, node, what, "");
    }

    /** The same where an earlier one is open. */
    MoveStep after(boolean allBefore) {
        return allBefore || state == State.DONE ? this : new MoveStep(State.LATER, node, what, detail);
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /** Steps as a text for people, a line or two for each; ends with a line end. */
    public static String toText(List<MoveStep> steps) {
        return steps.stream().map(step -> step + "\n").collect(Collectors.joining());
    }

    /** For example {@code done    east: no host applies files to it}. */
    @Override
    public String toString() {
        String line =
                "%-7s %s%s".formatted(state.name().toLowerCase(Locale.ROOT), node.isEmpty() ? "" : node + ": ", what);
        return detail.isEmpty() || state == State.LATER ? line : line + "\n        " + detail;
    }
}
