package io.sipwright.jdbc;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Rows as they stand in a database of the specification: all templates, and whatever people type. */
final class SpecificationRows {

    /** What every plain password contains. */
    static final String CANARY = "canary-4711";

    private static final List<String> USER_TEMPLATES =
            List.of("basic_user", "advanced_user", "mobile_user", "webrtc_user");
    private static final List<String> PROVIDERS = List.of(
            "telnyx",
            "signalwire",
            "twilio",
            "vonage",
            "bandwidth",
            "voipms",
            "flowroute",
            "plivo",
            "custom_credential",
            "custom_ip");

    /** Where nothing is rendered, anything may stand. */
    private static final List<String> WILD = List.of(
            "", "50%", "O'Neil", "\"quoted\"", "a;b", "line\nbreak", "漢字 ñ 🐘", "back\\slash", " blank ", "%_!");

    private SpecificationRows() {}

    /** Fills the tables; the first ids are those of the database. */
    static void insert(DataSource dataSource, int users, int trunks) {
        Sql.insert(dataSource, "sip_users", users(0, users));
        Sql.insert(dataSource, "sip_trunks", trunks(0, trunks));
    }

    static List<Map<String, @Nullable Object>> users(int from, int to) {
        return IntStream.range(from, to).mapToObj(SpecificationRows::user).toList();
    }

    static List<Map<String, @Nullable Object>> trunks(int from, int to) {
        return IntStream.range(from, to).mapToObj(SpecificationRows::trunk).toList();
    }

    static Map<String, @Nullable Object> user(int i) {
        boolean active = i % 7 != 3;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("username", i % 5 == 0 ? "Jo.Doe-" + i : "user_" + i);
        row.put("secret", i % 11 == 0 && !active ? "" : cut(CANARY + "Zq'%\"" + i, i, 100));
        row.put("extension", active ? Integer.toString(1000 + i) : "");
        row.put("context", any(i, 2, active ? "internal" : cut("c", i, 50)));
        row.put("codecs", any(i, 3, active ? "ulaw,alaw,g722" : wild(i)));
        row.put("max_contacts", any(i, 4, i % 9));
        row.put("qualify_frequency", any(i, 5, i % 120));
        row.put("transport", any(i, 6, active ? "transport-tcp" : wild(i + 1)));
        row.put("template_type", USER_TEMPLATES.get(i % 4));
        row.put("callerid", any(i, 7, active ? "\"Zoë O'Neil 50%\" <" + i + ">" : cut(wild(i + 2), i, 100)));
        row.put("voicemail", any(i, 8, active ? i + "@default" : wild(i + 3)));
        row.put("call_limit", any(i, 9, 1 + i % 20));
        row.put("is_active", active ? any(i, 10, true) : Boolean.FALSE);
        row.put("notes", any(i, 11, wild(i).repeat(1 + i % 50)));
        times(row, i);
        return row;
    }

    static Map<String, @Nullable Object> trunk(int i) {
        boolean active = i % 7 != 3;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("trunk_name", "trunk_" + i);
        row.put("provider", PROVIDERS.get(i % 10));
        row.put("username", any(i, 6, active ? "account" + i : wild(i)));
        row.put("password", any(i, 4, cut(CANARY + "Tk'%\"" + i, i, 100)));
        row.put("server", active ? "sip" + i + ".example.com" : "");
        row.put("port", any(i, 3, 5060 + i));
        row.put("context", any(i, 5, active ? "from-trunk" : wild(i + 1)));
        row.put("codecs", any(i, 7, active ? "ulaw" : cut(wild(i + 2), i, 100)));
        row.put("auth_type", i % 10 == 9 ? "ip" : any(i, 8, i % 13 == 0 ? "ip" : "credential"));
        row.put("registration_enabled", any(i, 9, i % 3 != 0));
        row.put("is_active", active ? any(i, 10, true) : Boolean.FALSE);
        row.put("config_template", any(i, 2, wild(i)));
        times(row, i);
        return row;
    }

    private static void times(Map<String, @Nullable Object> row, int i) {
        LocalDateTime created = LocalDateTime.of(2026, 1, 18, 10, 30, 0).plusSeconds(i);
        row.put("created_at", created);
        row.put("updated_at", created.plusDays(i % 100));
    }

    private static String wild(int i) {
        return WILD.get(i % WILD.size());
    }

    /** Null now and then. */
    private static @Nullable Object any(int i, int column, Object value) {
        return i % 12 == column ? null : value;
    }

    /** Now and then as long as the column is wide. */
    private static String cut(String text, int i, int length) {
        return i % 14 == 3 ? (text + "x".repeat(length)).substring(0, length) : text;
    }
}
