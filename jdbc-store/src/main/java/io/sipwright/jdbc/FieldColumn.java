package io.sipwright.jdbc;

/**
 * A field of the templates that has a column of its own, as the specification's tables have it.
 *
 * @param field name in the template
 * @param column name in the table
 * @param kind how it is written
 */
record FieldColumn(String field, String column, Kind kind) {

    /** How a field is written into its column. */
    enum Kind {
        TEXT,
        /** The column does not allow null: an empty text stands for "not filled in". */
        REQUIRED_TEXT,
        NUMBER,
        SECRET,
        /** A secret whose column does not allow null. */
        REQUIRED_SECRET
    }

    static FieldColumn text(String name) {
        return new FieldColumn(name, name, Kind.TEXT);
    }

    static FieldColumn requiredText(String name) {
        return new FieldColumn(name, name, Kind.REQUIRED_TEXT);
    }

    static FieldColumn number(String name) {
        return new FieldColumn(name, name, Kind.NUMBER);
    }

    static FieldColumn secret(String name) {
        return new FieldColumn(name, name, Kind.SECRET);
    }

    static FieldColumn requiredSecret(String name) {
        return new FieldColumn(name, name, Kind.REQUIRED_SECRET);
    }

    boolean isSecret() {
        return kind == Kind.SECRET || kind == Kind.REQUIRED_SECRET;
    }

    boolean isRequired() {
        return kind == Kind.REQUIRED_TEXT || kind == Kind.REQUIRED_SECRET;
    }
}
