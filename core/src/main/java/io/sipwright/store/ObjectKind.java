package io.sipwright.store;

/** What a store keeps. */
public enum ObjectKind {
    TRUNK("trunk"),
    USER("SIP user");

    private final String title;

    ObjectKind(String title) {
        this.title = title;
    }

    /** What messages call it. */
    public String title() {
        return title;
    }
}
