package io.sipwright.store;

import java.util.List;

/** What a store keeps. */
public enum ObjectKind {
    TRUNK("trunk", List.of("username", "server")),
    USER("SIP user", List.of("extension", "callerid"));

    private final String title;
    private final List<String> textFields;

    ObjectKind(String title, List<String> textFields) {
        this.title = title;
        this.textFields = textFields;
    }

    /** Fields that {@link ObjectQuery#text} looks into, besides the name. None of them is a secret. */
    public List<String> textFields() {
        return textFields;
    }

    /** What messages call it. */
    public String title() {
        return title;
    }
}
