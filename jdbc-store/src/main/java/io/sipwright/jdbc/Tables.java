package io.sipwright.jdbc;

/**
 * Names of the tables.
 *
 * @param schema they are in; empty for the one the connection is in
 * @param prefix of each name; may be empty
 */
record Tables(String schema, String prefix) {

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

    /** The name of a table without its schema. */
    String bare(String table) {
        return table.substring(table.indexOf('.') + 1);
    }

    String trunks() {
        return qualifier() + "sip_trunks";
    }

    String users() {
        return qualifier() + "sip_users";
    }

    String state() {
        return qualifier() + "sip_state";
    }

    String names() {
        return qualifier() + "sip_names";
    }

    String changes() {
        return qualifier() + "sip_changes";
    }

    String schemaVersions() {
        return qualifier() + "sip_schema";
    }

    String nodes() {
        return qualifier() + "sip_nodes";
    }
}
