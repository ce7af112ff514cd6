package io.sipwright.jdbc;

import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreException.Reason;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProvisionedObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Turns an object into the values of a row, and back. Secrets are sealed, and bound to the place they stand at: kind, name
 * and field of the object, and in the history the generation as well.
 */
final class RowCodec<T extends ProvisionedObject, S extends ObjectSpec> {

    private final ObjectMapping<T, S> mapping;
    private final SecretCipher cipher;
    private final FieldsJson json;

    RowCodec(ObjectMapping<T, S> mapping, SecretCipher cipher) {
        this.mapping = mapping;
        this.cipher = cipher;
        this.json = new FieldsJson(cipher);
    }

    /** Where the secrets of an object stand in its own row. */
    String place(String name) {
        return mapping.kind().name().toLowerCase(Locale.ROOT) + "/" + name.toLowerCase(Locale.ROOT);
    }

    /** Where they stand in the history. */
    String place(String name, long generation) {
        return place(name) + "@" + generation;
    }

    /** All that stands in the row of an object, apart from its id. */
    Map<String, @Nullable Object> write(
            S spec, String place, int templateVersion, long version, Instant createdAt, Instant updatedAt) {
        Map<String, FieldValue> others = new LinkedHashMap<>(spec.fields().asMap());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(mapping.nameColumn(), spec.name());
        row.put(mapping.templateColumn(), spec.templateId());
        row.put("is_active", spec.active());
        for (FieldColumn column : mapping.fieldColumns()) {
            FieldValue value = others.get(column.field());
            boolean single = value != null && value.items().size() == 1;
            row.put(column.column(), write(column, single ? value : null, place));
            if (single) {
                others.remove(column.field()); // a list keeps its items in the JSON only
            }
        }
        row.put("field_values", json.write(others, place));
        row.put("overrides", writeOverrides(spec, place));
        row.putAll(mapping.extra(spec));
        row.put("template_version", templateVersion);
        row.put("version", version);
        row.put("created_at", time(createdAt));
        row.put("updated_at", time(updatedAt));
        return row;
    }

    /** The row of an object as it is. */
    Map<String, @Nullable Object> write(T object, String place) {
        return write(
                mapping.specOf(object),
                place,
                object.templateVersion(),
                object.version(),
                object.createdAt(),
                object.updatedAt());
    }

    private @Nullable Object write(FieldColumn column, @Nullable FieldValue value, String place) {
        return switch (column.kind()) {
            case TEXT -> value == null ? null : value.text();
            case REQUIRED_TEXT -> value == null ? "" : value.text();
            case NUMBER -> value == null ? null : Integer.valueOf(value.text());
            case SECRET -> value == null ? null : cipher.seal(Secret.of(value.text()), place + "/" + column.field());
            case REQUIRED_SECRET ->
                value == null ? "" : cipher.seal(Secret.of(value.text()), place + "/" + column.field());
        };
    }

    T read(Map<String, @Nullable Object> row) {
        return read(row, place(String.valueOf(row.get(mapping.nameColumn()))));
    }

    T read(Map<String, @Nullable Object> row, String place) {
        try {
            return decoded(row, place);
        } catch (JacksonException | ClassCastException | DateTimeParseException e) {
            throw new StoreException(
                    Reason.REFUSED,
                    "The row of " + place + " is spoilt: " + e.getClass().getSimpleName(),
                    null);
        }
    }

    private T decoded(Map<String, @Nullable Object> row, String place) {
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
        S spec = mapping.spec(
                String.valueOf(row.get(mapping.nameColumn())),
                String.valueOf(row.get(mapping.templateColumn())),
                isActive(row.get("is_active")),
                FieldValues.of(fields),
                readOverrides((String) row.get("overrides"), place),
                row);
        return mapping.object(
                number(row.get("id")),
                spec,
                (int) number(row.get("template_version")),
                number(row.get("version")),
                instant(row.get("created_at")),
                instant(row.get("updated_at")));
    }

    /** Sealed as a whole: any option may be overridden, that of a password as well. */
    private @Nullable String writeOverrides(S spec, String place) {
        return spec.overrides().isEmpty()
                ? null
                : cipher.seal(Secret.of(FieldsJson.writeOverrides(spec.overrides())), place + "/overrides");
    }

    private List<OptionOverride> readOverrides(@Nullable String text, String place) {
        if (text == null) {
            return List.of();
        }
        return FieldsJson.readOverrides(
                SecretCipher.looksSealed(text)
                        ? cipher.open(text, place + "/overrides").reveal()
                        : text);
    }

    /** Whether all secrets of a row are sealed with the key that is used now. */
    boolean isCurrent(Map<String, @Nullable Object> row) {
        return mapping.fieldColumns().stream()
                        .filter(FieldColumn::isSecret)
                        .map(column -> row.get(column.column()))
                        .allMatch(this::isCurrent)
                && json.isCurrent((String) row.get("field_values"))
                && isCurrent(row.get("overrides"));
    }

    private boolean isCurrent(@Nullable Object text) {
        return text == null || text.equals("") || cipher.isCurrent(text.toString());
    }

    private @Nullable FieldValue read(FieldColumn column, @Nullable Object value, String place) {
        if (value == null || (column.isRequired() && value.equals(""))) {
            return null;
        }
        if (column.isSecret()) {
            String text = value.toString();
            // A row that was written before there was a cipher; it is sealed when it is written next.
            return FieldValue.of(
                    SecretCipher.looksSealed(text) ? cipher.open(text, place + "/" + column.field()) : Secret.of(text));
        }
        return FieldValue.of(value.toString());
    }

    /** The specification's column may be empty; its default is true. */
    private static boolean isActive(@Nullable Object value) {
        return !Boolean.FALSE.equals(value) && !(value instanceof Number number && number.intValue() == 0);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** Times are kept without a zone, in UTC, as exact as every database keeps them. */
    static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static Instant instant(@Nullable Object value) {
        if (value == null) {
            return Instant.EPOCH;
        }
        LocalDateTime time = value instanceof LocalDateTime local ? local : LocalDateTime.parse(value.toString());
        return time.toInstant(ZoneOffset.UTC);
    }
}
