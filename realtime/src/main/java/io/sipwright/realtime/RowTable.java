package io.sipwright.realtime;

import java.util.Arrays;
import java.util.Optional;

/** The tables that Asterisk reads PJSIP objects from, each with the type of its objects. */
enum RowTable {
    AORS("ps_aors", "aor"),
    AUTHS("ps_auths", "auth"),
    ENDPOINTS("ps_endpoints", "endpoint"),
    IDENTIFIES("ps_endpoint_id_ips", "identify"),
    REGISTRATIONS("ps_registrations", "registration");

    /** The column that holds the name of the object. */
    static final String ID = "id";

    private final String table;
    private final String type;

    RowTable(String table, String type) {
        this.table = table;
        this.type = type;
    }

    static Optional<RowTable> ofType(String type) {
        return Arrays.stream(values()).filter(it -> it.type.equals(type)).findFirst();
    }

    static Optional<RowTable> ofTable(String table) {
        return Arrays.stream(values()).filter(it -> it.table.equals(table)).findFirst();
    }

    /** Its name, without schema and prefix. */
    String table() {
        return table;
    }

    /** As in {@code type=endpoint}. */
    String type() {
        return type;
    }
}
