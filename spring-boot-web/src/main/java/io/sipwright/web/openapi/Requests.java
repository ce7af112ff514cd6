package io.sipwright.web.openapi;

import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;

/** Schemas of what is sent. It is read member by member, so there is no class to take them from. */
enum Requests {
    TRUNK("SipwrightTrunkRequest"),
    TRUNK_CHANGE("SipwrightTrunkChange"),
    USER("SipwrightSipUserRequest"),
    USER_CHANGE("SipwrightSipUserChange"),
    RESTORE("SipwrightRestoreRequest"),
    BULK("SipwrightBulkRequest");

    private static final String NAME = "^[A-Za-z0-9][A-Za-z0-9_.-]*$";

    private final String component;

    Requests(String component) {
        this.component = component;
    }

    Schema<?> in(Components components) {
        if (this == BULK) {
            TRUNK.in(components);
            USER.in(components);
        }
        components.addSchemas(component, schema());
        return Json.ref(component);
    }

    private Schema<?> schema() {
        return switch (this) {
            case TRUNK -> trunk().required(List.of("trunk_name", "provider"));
            case TRUNK_CHANGE -> change(trunk());
            case USER -> user().required(List.of("username"));
            case USER_CHANGE -> change(user());
            case RESTORE -> {
                Schema<?> schema = Json.object().required(List.of("generation"));
                schema.addProperty("generation", Json.integer(0).description("Of the state that is to come back."));
                yield schema.additionalProperties(false);
            }
            case BULK -> {
                Schema<?> schema = Json.object();
                schema.addProperty("trunks", Json.list(Json.ref(TRUNK.component)));
                schema.addProperty("users", Json.list(Json.ref(USER.component)));
                yield schema.additionalProperties(false);
            }
        };
    }

    private static Schema<?> trunk() {
        Schema<?> schema = Json.object();
        schema.addProperty("trunk_name", name(TrunkSpec.MAX_NAME_LENGTH));
        schema.addProperty("provider", Json.text().description("Id of a carrier's template."));
        schema.addProperty("password", Json.secret());
        add(Fields.trunk(), schema);
        schema.addProperty("is_active", Json.flag().description("True by default."));
        schema.addProperty("auth_type", Json.words(List.of("credential", "ip")));
        schema.addProperty("registration_enabled", Json.flag());
        schema.addProperty(
                "allow_wide_inbound",
                Json.flag().description("Whether calls are taken from networks that are suspiciously large."));
        return rest(schema);
    }

    private static Schema<?> user() {
        Schema<?> schema = Json.object();
        schema.addProperty("username", name(SipUserSpec.MAX_NAME_LENGTH));
        schema.addProperty("template_type", Json.text().description("Id of a template; basic_user by default."));
        schema.addProperty("secret", Json.secret());
        schema.addProperty("generate_secret", Json.flag().description("Makes a secret, which is answered this once."));
        add(Fields.user(), schema);
        schema.addProperty("is_active", Json.flag().description("True by default."));
        schema.addProperty("notes", Json.text().maxLength(2000).description("For people. Never rendered."));
        return rest(schema);
    }

    private static Schema<?> name(int longest) {
        return Json.text().pattern(NAME).minLength(1).maxLength(longest);
    }

    private static void add(Map<String, Schema<?>> fields, Schema<?> schema) {
        fields.forEach((name, type) -> schema.addProperty(name, type));
    }

    private static Schema<?> rest(Schema<?> schema) {
        Schema<?> option = Json.either("string", "number", "boolean", "array", "null")
                .items(Json.either("string", "number", "boolean"));
        schema.addProperty(
                "overrides",
                Json.map(option).description("Options by hand, as \"section.option\"; null takes one out."));
        return schema.additionalProperties(Fields.value());
    }

    /** Null leaves a member to its default. */
    private static Schema<?> change(Schema<?> schema) {
        schema.getProperties().values().forEach(member -> {
            if (member.getEnum() == null) {
                Json.nullable(member);
            }
        });
        return schema.description("What is not named stays as it is; null leaves a member to its default.");
    }
}
