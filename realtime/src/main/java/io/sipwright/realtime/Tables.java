package io.sipwright.realtime;

/**
 * Names of the tables.
 *
 * @param schema they are in; empty for the one the connection is in
 * @param prefix of each name; may be empty
 */
record Tables(String schema, String prefix) {

    static final Tables PLAIN = new Tables("", "");

    private static final String IDENTIFIER = "[A-Za-z][A-Za-z0-9_]{0,40}";

    Tables {
        if (!schema.isEmpty() && !schema.matches(IDENTIFIER)) {
            throw new IllegalArgumentException("A schema is named by letters, digits and '_'");
        }
        if (!prefix.isEmpty() && !prefix.matches(IDENTIFIER)) {
            throw new IllegalArgumentException("A prefix is made of letters, digits and '_'");
        }
    }

    /** What stands before the name of each table. */
    String qualifier() {
        return (schema.isEmpty() ? "" : schema + ".") + prefix;
    }

    String of(RowTable table) {
        return qualifier() + table.table();
    }

    /** Which rows are ours. */
    String ledger() {
        return qualifier() + "sip_rows";
    }

    /** The number of the generation that the rows show. */
    String state() {
        return qualifier() + "sip_rows_state";
    }

    /** Objects that a replacement of all has met so far; empty outside of one. */
    String seen() {
        return qualifier() + "sip_rows_seen";
    }
}
