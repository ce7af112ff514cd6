package io.sipwright.web.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of the records that are answered. They follow the records, so that none can be forgotten: what is not nullable is
 * required, and nulls are not written.
 */
final class RecordSchemas {

    private static final String PREFIX = "Sipwright";

    private final Components components;

    RecordSchemas(Components components) {
        this.components = components;
    }

    /** A reference to the schema of a record, which stands among the components then. */
    Schema<?> of(Class<?> record) {
        Method value = jsonValue(record);
        if (value != null) {
            return ofType(value.getGenericReturnType());
        }
        String name = name(record);
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            Schema<?> schema = Json.object();
            components.addSchemas(name, schema);
            addMembers(name, record, schema);
        }
        return Json.ref(name);
    }

    /** Names of ours do not meet those of the host. */
    private static String name(Class<?> record) {
        String name = record.getSimpleName();
        return PREFIX + (name.endsWith("Body") ? name.substring(0, name.length() - 4) : name);
    }

    private void addMembers(String name, Class<?> record, Schema<?> schema) {
        for (RecordComponent component : record.getRecordComponents()) {
            Method accessor = component.getAccessor();
            if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
                addMembers(name, component.getType(), schema);
            } else if (accessor.isAnnotationPresent(JsonAnyGetter.class)) {
                Fields.answered(name).forEach((field, type) -> schema.addProperty(field, type));
                schema.additionalProperties(Fields.value());
            } else {
                addMember(name, component, accessor, schema);
            }
        }
    }

    private void addMember(String name, RecordComponent component, Method accessor, Schema<?> schema) {
        JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
        String member = renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
        Schema<?> type = ofType(component.getGenericType());
        AnnotatedType annotated = component.getAnnotatedType();
        boolean writtenAlways = accessor.isAnnotationPresent(JsonInclude.class);
        if (annotated.isAnnotationPresent(Nullable.class) && writtenAlways) {
            type = Json.nullable(type);
        }
        if (!annotated.isAnnotationPresent(Nullable.class) || writtenAlways) {
            schema.addRequiredItem(member);
        }
        String words = Words.of(name, member);
        schema.addProperty(member, words == null || type.get$ref() != null ? type : type.description(words));
    }

    private Schema<?> ofType(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? Json.list(ofType(last)) : Json.map(ofType(last));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return Json.text();
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Json.flag();
        }
        if (raw == long.class || raw == Long.class) {
            return Json.of("integer").format("int64");
        }
        if (raw == int.class || raw == Integer.class) {
            return Json.of("integer").format("int32");
        }
        if (raw == Double.class) {
            return Json.of("number").format("double");
        }
        if (raw == Instant.class) {
            return Json.text("date-time");
        }
        if (raw.isEnum()) {
            return Json.words(
                    Arrays.stream(raw.getEnumConstants()).map(Objects::toString).toList());
        }
        if (raw == Object.class) {
            return Json.anything();
        }
        if (raw.isRecord() || jsonValue(raw) != null) {
            return of(raw);
        }
        throw new IllegalStateException("No schema for " + type);
    }

    private static @Nullable Method jsonValue(Class<?> type) {
        return type.isEnum()
                ? null
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(JsonValue.class))
                        .findFirst()
                        .orElse(null);
    }
}
