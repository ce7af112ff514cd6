package io.sipwright;

import io.sipwright.error.SipwrightException;
import java.util.List;

/** Someone has edited our files in a way that no trunk and no user can hold. Nothing has changed. */
public final class UnadoptableEditException extends SipwrightException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_IN_MESSAGE = 10;

    private final transient List<String> reasons;

    UnadoptableEditException(String node, List<String> reasons) {
        super("Edits of the files of node " + node + " can't be taken over: "
                + String.join("; ", reasons.subList(0, Math.min(MOST_IN_MESSAGE, reasons.size())))
                + (reasons.size() > MOST_IN_MESSAGE ? "; and " + (reasons.size() - MOST_IN_MESSAGE) + " more" : ""));
        this.reasons = List.copyOf(reasons);
    }

    /** What can't be taken over, in sentences. */
    public List<String> reasons() {
        return reasons;
    }
}
