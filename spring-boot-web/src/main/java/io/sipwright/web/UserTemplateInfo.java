package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.template.UserTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of users in the list of all.
 *
 * @param defaults what fields hold that are not filled in
 */
record UserTemplateInfo(
        @JsonProperty("display_name") String displayName,
        String description,
        @JsonProperty("required_fields") List<String> requiredFields,
        @JsonProperty("optional_fields") List<String> optionalFields,
        @JsonProperty("default_codecs") @Nullable String defaultCodecs,
        Map<String, Object> defaults,
        List<String> notes,
        int version) {

    static UserTemplateInfo of(UserTemplate template, Form form) {
        return new UserTemplateInfo(
                template.displayName(),
                template.description(),
                form.requiredFields(),
                form.optionalFields(),
                form.usual("codecs"),
                form.defaults(),
                template.notes(),
                template.version());
    }
}
