package io.sipwright.benchmarks;

import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Users of one template as rows, and back, written by hand. */
final class BareRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final List<String> COLUMNS = List.of(
            "username",
            "template_type",
            "is_active",
            "secret",
            "extension",
            "context",
            "codecs",
            "max_contacts",
            "qualify_frequency",
            "transport",
            "callerid",
            "voicemail",
            "call_limit",
            "field_values",
            "overrides",
            "notes",
            "template_version",
            "version",
            "created_at",
            "updated_at");

    private final SecretCipher cipher;

    BareRows(SecretCipher cipher) {
        this.cipher = cipher;
    }

    void bind(PreparedStatement batch, Account account, LocalDateTime now) throws SQLException {
        batch.setString(1, account.name());
        batch.setString(2, "mobile_user");
        batch.setBoolean(3, true);
        batch.setString(4, seal(account.secret(), "user/" + account.key() + "/secret"));
        batch.setString(5, account.extension());
        batch.setNull(6, Types.VARCHAR);
        batch.setNull(7, Types.VARCHAR);
        batch.setNull(8, Types.INTEGER);
        batch.setNull(9, Types.INTEGER);
        batch.setNull(10, Types.VARCHAR);
        batch.setNull(11, Types.VARCHAR);
        batch.setNull(12, Types.VARCHAR);
        batch.setNull(13, Types.INTEGER);
        batch.setString(14, JSON.writeValueAsString(Map.of("display_name", account.displayName())));
        batch.setNull(15, Types.VARCHAR);
        batch.setString(16, "");
        batch.setInt(17, 1);
        batch.setLong(18, 1);
        batch.setObject(19, now);
        batch.setObject(20, now);
    }

    String stateOf(BareUser user, long generation) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("username", user.name());
        state.put("template_type", user.template());
        state.put("is_active", user.active());
        state.put(
                "secret",
                seal(user.secret(), "user/" + user.name().toLowerCase(Locale.ROOT) + "@" + generation + "/secret"));
        state.put("extension", user.extension());
        state.put("context", user.context());
        state.put("codecs", user.codecs());
        state.put("max_contacts", user.maxContacts());
        state.put("qualify_frequency", user.qualifyFrequency());
        state.put("transport", user.transport());
        state.put("callerid", user.callerId());
        state.put("voicemail", user.voicemail());
        state.put("call_limit", user.callLimit());
        state.put("field_values", JSON.writeValueAsString(user.fields()));
        state.put("overrides", null);
        state.put("notes", user.notes());
        state.put("template_version", user.templateVersion());
        state.put("version", user.version());
        state.put("created_at", user.createdAt());
        state.put("updated_at", user.updatedAt());
        state.put("id", user.id());
        return JSON.writeValueAsString(state);
    }

    /** Reads by position, in the order of the table: the columns of the specification, then those that were added. */
    List<BareUser> read(PreparedStatement statement) throws SQLException {
        List<BareUser> read = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString(2);
                read.add(new BareUser(
                        row.getLong(1),
                        name,
                        row.getString(10),
                        row.getBoolean(14),
                        open(row.getString(3), "user/" + name.toLowerCase(Locale.ROOT) + "/secret"),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, Integer.class),
                        row.getObject(8, Integer.class),
                        row.getString(9),
                        row.getString(11),
                        row.getString(12),
                        row.getObject(13, Integer.class),
                        fields(row.getString(18)),
                        row.getString(15),
                        row.getInt(20),
                        row.getLong(21),
                        row.getObject(16, LocalDateTime.class),
                        row.getObject(17, LocalDateTime.class)));
            }
        }
        return read;
    }

    @SuppressWarnings("unchecked") // it holds texts
    private static Map<String, String> fields(String json) {
        return JSON.readValue(json, Map.class);
    }

    private String seal(String secret, String place) {
        return cipher.seal(Secret.of(secret), place);
    }

    private String open(String sealed, String place) {
        return cipher.open(sealed, place).reveal();
    }
}
