package io.sipwright.jdbc;

import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProvisionedObject;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an object into the values of its row, and back. Secrets are sealed, bound to table, name and field. */
final class RowCodec<T extends ProvisionedObject, S extends ObjectSpec> {

    private final ObjectMapping<T, S> mapping;
    private final SecretCipher cipher;
    private final FieldsJson json;

    RowCodec(ObjectMapping<T, S> mapping, SecretCipher cipher) {
        this.mapping = mapping;
        this.cipher = cipher;
        this.json = new FieldsJson(cipher);
    }

    /** Values by column, apart from id, version and times. */
    Map<String, @Nullable Object> write(S spec) {
        String place = place(spec.name());
        Map<String, FieldValue> others = new LinkedHashMap<>(spec.fields().asMap());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(mapping.nameColumn(), spec.name());
        row.put(mapping.templateColumn(), spec.templateId());
        row.put("is_active", spec.active());
        for (FieldColumn column : mapping.fieldColumns()) {
            FieldValue value = others.remove(column.field());
            row.put(column.column(), write(column, value, place));
        }
        row.put("field_values", json.write(others, place));
        row.put("overrides", writeOverrides(spec, place));
        row.put(mapping.extraColumn(), mapping.extraValue(spec));
        return row;
    }

    private @Nullable Object write(FieldColumn column, @Nullable FieldValue value, String place) {
        return switch (column.kind()) {
            case TEXT -> value == null ? null : value.text();
            case REQUIRED_TEXT -> value == null ? "" : value.text();
            case NUMBER -> value == null ? null : Integer.valueOf(value.text());
            case SECRET -> value == null ? null : cipher.seal(Secret.of(value.text()), place + "/" + column.field());
        };
    }

    T read(ResultSet columns) throws SQLException {
        Map<String, @Nullable Object> row = row(columns);
        String name = String.valueOf(row.get(mapping.nameColumn()));
        String place = place(name);
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        for (FieldColumn column : mapping.fieldColumns()) {
            FieldValue value = read(column, row.get(column.column()), place);
            if (value != null) {
                fields.put(column.field(), value);
            }
        }
        String others = (String) row.get("field_values");
        if (others == null) {
            fields.putAll(mapping.adopted(row));
        } else {
            fields.putAll(json.read(others, place));
        }
        Object extra = row.get(mapping.extraColumn());
        S spec = mapping.spec(
                name,
                String.valueOf(row.get(mapping.templateColumn())),
                !Boolean.FALSE.equals(row.get("is_active")),
                FieldValues.of(fields),
                readOverrides((String) row.get("overrides"), place),
                extra == null ? "" : extra);
        return mapping.object(
                columns.getLong("id"),
                spec,
                columns.getInt("template_version"),
                columns.getLong("version"),
                instant(columns, "created_at"),
                instant(columns, "updated_at"));
    }

    /** Sealed as a whole: any option may be overridden, that of a password as well. */
    private @Nullable String writeOverrides(S spec, String place) {
        return spec.overrides().isEmpty()
                ? null
                : cipher.seal(Secret.of(FieldsJson.writeOverrides(spec.overrides())), place + "/overrides");
    }

    private List<OptionOverride> readOverrides(@Nullable String text, String place) {
        return text == null
                ? List.of()
                : FieldsJson.readOverrides(
                        cipher.open(text, place + "/overrides").reveal());
    }

    private @Nullable FieldValue read(FieldColumn column, @Nullable Object value, String place) {
        if (value == null || (column.kind() == FieldColumn.Kind.REQUIRED_TEXT && value.equals(""))) {
            return null;
        }
        if (column.kind() == FieldColumn.Kind.SECRET) {
            String text = value.toString();
            // A row that was written before there was a cipher; it is sealed when it is written next.
            return FieldValue.of(
                    cipher.isSealed(text) ? cipher.open(text, place + "/" + column.field()) : Secret.of(text));
        }
        return FieldValue.of(value.toString());
    }

    private String place(String name) {
        return mapping.kind().toLowerCase(Locale.ROOT) + "/" + name.toLowerCase(Locale.ROOT);
    }

    private static Map<String, @Nullable Object> row(ResultSet columns) throws SQLException {
        ResultSetMetaData metadata = columns.getMetaData();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            row.put(metadata.getColumnLabel(i).toLowerCase(Locale.ROOT), columns.getObject(i));
        }
        return row;
    }

    /** Times are kept without a zone, in UTC. */
    private static Instant instant(ResultSet columns, String column) throws SQLException {
        LocalDateTime time = columns.getObject(column, LocalDateTime.class);
        return time == null ? Instant.EPOCH : time.toInstant(ZoneOffset.UTC);
    }
}
