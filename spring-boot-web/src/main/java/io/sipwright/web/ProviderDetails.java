package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All about one carrier. A section that it does not usually have is null.
 *
 * @param sections all of them by role, also those that have a member of their own
 */
record ProviderDetails(
        boolean success,
        String provider,
        @JsonUnwrapped ProviderInfo info,
        @JsonInclude @Nullable String registration,
        @JsonInclude @Nullable String auth,
        @JsonInclude @Nullable String aor,
        @JsonInclude @Nullable String endpoint,
        @JsonInclude @Nullable String identify,
        Map<String, String> sections,
        List<FormBody> fields)
        implements ApiBody {}
