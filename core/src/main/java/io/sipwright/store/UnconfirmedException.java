package io.sipwright.store;

import java.time.Instant;

/** Changes wait to be confirmed: until they are, or are taken back, nothing else is changed. */
public final class UnconfirmedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final Instant deadline;

    public UnconfirmedException(Provisional provisional) {
        super(
                Reason.BUSY,
                "Changes of " + provisional.actor() + " since generation " + provisional.base()
                        + " wait to be confirmed until " + provisional.deadline() + ", or are being taken back",
                null);
        this.deadline = provisional.deadline();
    }

    /** When they are taken back, by the clock of the store. */
    public Instant deadline() {
        return deadline;
    }
}
