package io.sipwright.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sipwright.template.ProviderTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier in the list of all.
 *
 * @param authType {@code credential} or {@code ip}, as in the specification
 * @param authModes the ways of authentication it offers, the usual one first
 * @param defaultServer null where it depends on what is filled in
 * @param defaultPort that of the usual transport, where no port is filled in
 */
record ProviderInfo(
        @JsonProperty("display_name") String displayName,
        String description,
        @JsonProperty("auth_type") String authType,
        @JsonProperty("auth_modes") List<String> authModes,
        @JsonProperty("default_server") @Nullable String defaultServer,
        @JsonProperty("default_port") int defaultPort,
        @JsonProperty("required_fields") List<String> requiredFields,
        @JsonProperty("optional_fields") List<String> optionalFields,
        @JsonProperty("default_codecs") @Nullable String defaultCodecs,
        List<String> notes,
        int version) {

    private static final int SIP = 5060;
    private static final int SIPS = 5061;

    static ProviderInfo of(ProviderTemplate template, Form form) {
        String auth = form.usual(ProviderTemplate.AUTH);
        return new ProviderInfo(
                template.displayName(),
                template.description(),
                TrunkBody.authType(auth == null ? "" : auth),
                template.authModes(),
                form.usual(ProviderTemplate.SERVER),
                port(form),
                form.requiredFields(),
                form.optionalFields(),
                form.usual("codecs"),
                template.notes(),
                template.version());
    }

    private static int port(Form form) {
        String port = form.usual("port");
        if (port != null && port.matches("\\d{1,5}")) {
            return Integer.parseInt(port);
        }
        return "tls".equals(form.usual("signalling")) ? SIPS : SIP;
    }
}
