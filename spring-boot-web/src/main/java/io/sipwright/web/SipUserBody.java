package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.template.UserTemplate;
import io.sipwright.user.SipUser;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SIP user as it is answered. Has no secret.
 *
 * @param fields of the template, those of the specification's columns also where they hold a default
 * @param defaulted names of the fields that hold a default
 * @param secretsSet names of the secrets that are set
 */
record SipUserBody(
        long id,
        String username,
        @JsonProperty("template_type") String templateType,
        @JsonProperty("is_active") boolean active,
        @JsonAnyGetter Map<String, Object> fields,
        String notes,
        @Nullable Map<String, @Nullable Object> overrides,
        List<String> defaulted,
        @JsonProperty("secrets_set") List<String> secretsSet,
        long version,
        @JsonProperty("template_version") int templateVersion,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt) {

    static final Set<String> COLUMNS = new LinkedHashSet<>(List.of(
            "extension",
            "context",
            "codecs",
            "max_contacts",
            "qualify_frequency",
            "transport",
            "callerid",
            "voicemail",
            "call_limit"));

    static SipUserBody of(SipUser user, @Nullable UserTemplate template) {
        ObjectView view = ObjectView.of(user.spec(), template, COLUMNS, Wording.USER.members());
        return new SipUserBody(
                user.id(),
                user.name(),
                user.template(),
                user.active(),
                view.fields(),
                user.spec().notes(),
                view.overrides(),
                view.defaulted(),
                view.secretsSet(),
                user.version(),
                user.templateVersion(),
                user.createdAt(),
                user.updatedAt());
    }
}
