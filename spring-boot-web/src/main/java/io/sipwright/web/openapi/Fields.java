package io.sipwright.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of templates that are columns in the specification, and so have a type that can be named. */
final class Fields {

    private Fields() {}

    /** Of any field of any template; which there are says its schema, at .../schema. */
    static Schema<?> value() {
        return Json.either("string", "number", "boolean", "array", "null")
                .items(Json.either("string", "number", "boolean"))
                .description("A field of the template. Null leaves it to its default.");
    }

    static Map<String, Schema<?>> trunk() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("username", Json.text());
        fields.put("server", Json.text());
        fields.put("port", Json.integer(1, 65535));
        fields.put("did", Json.text());
        fields.put("context", Json.text());
        fields.put("codecs", Json.text().description("In order, with commas."));
        return fields;
    }

    static Map<String, Schema<?>> user() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("extension", Json.text());
        fields.put("context", Json.text());
        fields.put("codecs", Json.text().description("In order, with commas."));
        for (String number : List.of("max_contacts", "qualify_frequency", "call_limit")) {
            fields.put(number, Json.of("integer").format("int32"));
        }
        for (String text : List.of("transport", "callerid", "voicemail")) {
            fields.put(text, Json.text());
        }
        return fields;
    }

    static Map<String, Schema<?>> answered(String component) {
        return component.equals("SipwrightTrunk") ? trunk() : user();
    }
}
