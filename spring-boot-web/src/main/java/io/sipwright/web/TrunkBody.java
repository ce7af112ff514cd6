package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.trunk.Trunk;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trunk as it is answered. Has no secret.
 *
 * @param fields of the template, those of the specification's columns also where they hold a default
 * @param defaulted names of the fields that hold a default
 * @param secretsSet names of the secrets that are set
 */
record TrunkBody(
        long id,
        @JsonProperty("trunk_name") String trunkName,
        String provider,
        @JsonProperty("is_active") boolean active,
        @JsonProperty("auth_type") @Nullable String authType,
        @JsonProperty("registration_enabled") @Nullable Boolean registrationEnabled,
        @JsonAnyGetter Map<String, Object> fields,
        @JsonProperty("allow_wide_inbound") boolean wideInboundAllowed,
        @Nullable Map<String, @Nullable Object> overrides,
        List<String> defaulted,
        @JsonProperty("secrets_set") List<String> secretsSet,
        long version,
        @JsonProperty("template_version") int templateVersion,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {

    static final Set<String> COLUMNS =
            new LinkedHashSet<>(List.of("username", "server", "port", "did", "context", "codecs"));

    private static final String IP = "ip";
    private static final String REGISTRATION = "registration";

    static TrunkBody of(Trunk trunk, @Nullable ProviderTemplate template) {
        ObjectView view = ObjectView.of(trunk.spec(), template, COLUMNS, Wording.TRUNK.members());
        String auth = auth(trunk, template);
        return new TrunkBody(
                trunk.id(),
                trunk.name(),
                trunk.provider(),
                trunk.active(),
                auth == null ? null : authType(auth),
                auth == null ? null : auth.equals(REGISTRATION),
                view.fields(),
                trunk.spec().wideInboundAllowed(),
                view.overrides(),
                view.defaulted(),
                view.secretsSet(),
                trunk.version(),
                trunk.templateVersion(),
                trunk.createdAt(),
                trunk.updatedAt());
    }

    /** How carrier and trunk recognise each other; null if that is not known any more. */
    static @Nullable String auth(Trunk trunk, @Nullable ProviderTemplate template) {
        FieldValue auth = template == null
                ? trunk.spec().fields().get(ProviderTemplate.AUTH)
                : template.effective(trunk.spec()).get(ProviderTemplate.AUTH);
        return auth == null ? null : auth.text();
    }

    /** The column of the specification, which knows two ways only. */
    static String authType(String auth) {
        return auth.equals(IP) ? IP : "credential";
    }
}
