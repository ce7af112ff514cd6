package io.sipwright.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;

/** Schemas of JSON values. Each names its type twice, for OpenAPI 3.1 and for hosts that ask for 3.0. */
final class Json {

    private static final String COMPONENTS = "#/components/schemas/";

    private Json() {}

    static Schema<?> anything() {
        return new Schema<Object>();
    }

    static Schema<?> of(String type) {
        Schema<?> schema = new Schema<Object>().type(type);
        schema.addType(type);
        return schema;
    }

    /** Several types: OpenAPI 3.0 has no word for that, and says nothing. */
    static Schema<?> either(String... types) {
        return new Schema<Object>().types(new LinkedHashSet<>(List.of(types)));
    }

    static Schema<?> text() {
        return of("string");
    }

    static Schema<?> text(String format) {
        return text().format(format);
    }

    /** A text that is never answered. */
    static Schema<?> secret() {
        return text("password").writeOnly(true);
    }

    static Schema<?> words(List<String> words) {
        Schema<String> schema = new Schema<>();
        schema.type("string").addType("string");
        return schema._enum(words);
    }

    static Schema<?> flag() {
        return of("boolean");
    }

    static Schema<?> integer(long from) {
        return of("integer").format("int64").minimum(BigDecimal.valueOf(from));
    }

    static Schema<?> integer(long from, long to) {
        return of("integer").format("int32").minimum(BigDecimal.valueOf(from)).maximum(BigDecimal.valueOf(to));
    }

    static Schema<?> object() {
        return of("object");
    }

    static Schema<?> map(Schema<?> values) {
        return object().additionalProperties(values);
    }

    static Schema<?> list(Schema<?> items) {
        return of("array").items(items);
    }

    static Schema<?> ref(String component) {
        return new Schema<Object>().$ref(COMPONENTS + component);
    }

    /** The same, or null. */
    static Schema<?> nullable(Schema<?> schema) {
        schema.addType("null");
        return schema.nullable(true);
    }
}
