package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject.State;
import io.sipwright.reload.ReloadRequest;
import java.util.Set;

/**
 * The likely reason why an object does not run as its row was written. Asterisk reads each row by itself, so that what one of
 * them says harms no other; where all are missing, it does not read the tables.
 */
final class RowReasons {

    private final ReloadRequest request;
    private final Findings findings;
    private final Set<ObjectKey> wanted;

    RowReasons(ReloadRequest request, Findings findings) {
        this.request = request;
        this.findings = findings;
        this.wanted = request.wanted().keys();
    }

    String of(ObjectKey key, State state) {
        return switch (state) {
            case MISSING -> missing(key);
            case OTHER_VERSION -> other(key);
            case NOT_REMOVED -> "its row is there for Asterisk, or one of its files has it, too; " + late();
        };
    }

    private String missing(ObjectKey key) {
        if (wanted.stream().allMatch(this::isMissing)) {
            return "Asterisk sees no row: it does not reach the database or reads another one, its user may not read the"
                    + " tables, or modules.conf, extconfig.conf or sorcery.conf lacks lines; see its log";
        }
        String unread = "Asterisk does not see rows of this type: its user may not read the table, or extconfig.conf or"
                + " sorcery.conf lacks the line";
        long same = wanted.stream()
                .filter(other -> other.type().equals(key.type()))
                .filter(findings::hasSeen)
                .count();
        if (same > 1
                && wanted.stream()
                        .filter(other -> other.type().equals(key.type()))
                        .allMatch(this::isMissing)) {
            return unread;
        }
        return "Asterisk does not take a value of its row, or the row is gone; see its log for '" + key.name() + "'"
                + (same > 1 ? "" : ". Or " + unread);
    }

    /** What was not looked at says nothing. */
    private boolean isMissing(ObjectKey key) {
        return !findings.hasSeen(key) || findings.differing().get(key) == State.MISSING;
    }

    private String other(ObjectKey key) {
        if (!findings.option(key).isEmpty()) {
            return "its option '" + findings.option(key) + "' runs with another value than was written: someone else"
                    + " writes the row, or its text was not read as it was meant";
        }
        String instead = request.running().find(key).isPresent() ? late() : "or it reads another database";
        return "its row is another one for Asterisk, or one of its files has it, too; " + instead;
    }

    private static String late() {
        return "or it reads a copy that lags, or keeps it in a memory cache that it was not told to drop";
    }
}
