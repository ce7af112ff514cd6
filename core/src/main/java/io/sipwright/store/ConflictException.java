package io.sipwright.store;

/** Another object, or a section of one, has that name, perhaps since a moment ago. */
public final class ConflictException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String name;

    public ConflictException(String name) {
        super(Reason.REFUSED, "There is already a trunk or a SIP user '" + name + "', or a section of one", null);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
