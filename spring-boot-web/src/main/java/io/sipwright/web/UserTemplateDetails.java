package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All about one kind of users.
 *
 * @param template its id
 * @param sections all of them by role, also those that have a member of their own
 */
record UserTemplateDetails(
        boolean success,
        String template,
        @JsonUnwrapped UserTemplateInfo info,
        @JsonInclude @Nullable String auth,
        @JsonInclude @Nullable String aor,
        @JsonInclude @Nullable String endpoint,
        Map<String, String> sections,
        List<FormBody> fields)
        implements ApiBody {}
