package io.sipwright.ami;

import io.sipwright.reload.ReloadOutcome.Unreachable;

/** What it means when an answer does not come: asterisk-java calls everything a time-out. */
final class Waiting {
    private static final String CLOSED_HERE = "it was closed here";

    private Waiting() {}

    static AmiException noAnswer(AmiLink link, AmiSettings settings, String what) {
        String end = link.end();
        String place = settings.place();
        if (end == null || end.equals(CLOSED_HERE)) {
            return AmiException.unreachable(
                    Unreachable.Cause.SILENT, "no answer from " + place + " to " + what + " in time");
        }
        return AmiException.unreachable(Unreachable.Cause.CLOSED, place + " did not answer " + what + ": " + end);
    }

    /** The connection was over before the action could be sent. */
    static AmiException closed(AmiLink link, AmiSettings settings, String what) {
        String end = link.end();
        return AmiException.unreachable(
                Unreachable.Cause.CLOSED,
                settings.place() + " was not asked for " + what + ": " + (end == null ? "the connection broke" : end));
    }

    static AmiException interrupted(String what) {
        Thread.currentThread().interrupt();
        return AmiException.unreachable(
                Unreachable.Cause.SILENT, "the thread was interrupted while it waited for the answer to " + what);
    }
}
