package io.sipwright.realtime;

import io.sipwright.error.SipwrightException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows could not be read or written. Nothing has changed: what the call had done is undone. */
public final class RealtimeException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 10;

    /** What sort of trouble it is. */
    public enum Reason {
        /** There is no connection, or it was lost. Later may be better. */
        UNREACHABLE,
        /** Someone else was in the way: a lock, a deadlock. Again may be better. */
        BUSY,
        /** The database lets nothing be changed. */
        READ_ONLY,
        /** Tables are missing. */
        NOT_PREPARED,
        /** Rows can't say it, a column is missing, or an id is a stranger's; {@link #problems()} tells all of them. */
        PROBLEMS,
        /** The database does not do it; trying again gives the same. */
        REFUSED
    }

    private final Reason reason;

    private final List<RowProblem> problems;

    RealtimeException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.problems = List.of();
    }

    RealtimeException(Collection<RowProblem> problems) {
        super(sentence(problems));
        this.reason = Reason.PROBLEMS;
        this.problems = List.copyOf(problems);
    }

    private static String sentence(Collection<RowProblem> problems) {
        String more = problems.size() > SHOWN ? "; and " + (problems.size() - SHOWN) + " more" : "";
        return problems.stream().limit(SHOWN).map(RowProblem::toString).collect(Collectors.joining("; ")) + more;
    }

    public Reason reason() {
        return reason;
    }

    /** All that stands in the way, sorted by table; empty for other reasons. */
    public List<RowProblem> problems() {
        return problems;
    }
}
