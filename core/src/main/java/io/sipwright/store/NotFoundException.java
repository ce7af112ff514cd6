package io.sipwright.store;

/** There is no object of that name. */
public final class NotFoundException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * For a missing object.
     *
     * @param kind "trunk" or "SIP user"
     */
    public NotFoundException(String kind, String name) {
        super(Reason.REFUSED, "There is no " + kind + " '" + name + "'", null);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
