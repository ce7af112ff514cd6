package io.sipwright.store;

/** An object was changed since it was read. */
public final class StaleVersionException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final long expected;
    private final long actual;

    public StaleVersionException(String name, long expected, long actual) {
        super(
                Reason.REFUSED,
                "'" + name + "' has version " + actual + ", not " + expected + ": it was changed meanwhile",
                null);
        this.name = name;
        this.expected = expected;
        this.actual = actual;
    }

    public String name() {
        return name;
    }

    /** Version that the caller had read. */
    public long expected() {
        return expected;
    }

    /** Version that it has. */
    public long actual() {
        return actual;
    }
}
