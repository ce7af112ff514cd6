package io.sipwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ApiAccessTest {

    private static final String PREFIX = "sipwright.web.security.";
    private static final String DIGEST = Server.sha256(Server.ADMIN);

    @Test
    void defaultsAreClosed() {
        ApiAccess access = access(Map.of());
        assertThat(access.readerRoles()).containsExactly("SIPWRIGHT_READER", "SIPWRIGHT_ADMIN");
        assertThat(access.adminRoles()).containsExactly("SIPWRIGHT_ADMIN");
        assertThat(access.tokens().isEmpty()).isTrue();
        assertThat(access.tokens().authenticate(Server.ADMIN)).isEmpty();
    }

    @Test
    void knowsTokensByTheirDigests() {
        ApiAccess access = access(Map.of(
                "tokens[0].name", "ci",
                "tokens[0].sha256", DIGEST,
                "tokens[1].name", "dashboard",
                "tokens[1].sha256", Server.sha256(Server.READER).toUpperCase(Locale.ROOT),
                "tokens[1].roles", "SIPWRIGHT_READER,X"));
        assertThat(access.tokens().authenticate(Server.ADMIN))
                .contains(new ApiTokenOwner("ci", Set.of("SIPWRIGHT_ADMIN")));
        assertThat(access.tokens().authenticate(Server.READER))
                .contains(new ApiTokenOwner("dashboard", Set.of("SIPWRIGHT_READER", "X")));
        assertThat(access.tokens().authenticate(DIGEST)).isEmpty();
        assertThat(access.tokens().authenticate(Server.ADMIN + "x")).isEmpty();
    }

    @Test
    void aTokenWithoutRolesHasTheAdminRolesAsConfigured() {
        ApiAccess access = access(Map.of("tokens[0].name", "ci", "tokens[0].sha256", DIGEST, "admin-roles", "BOSS"));
        assertThat(access.tokens().authenticate(Server.ADMIN)).contains(new ApiTokenOwner("ci", Set.of("BOSS")));
    }

    @Test
    void namesAllProblemsAtOnceAndQuotesNoValue() {
        Map<String, String> properties = new HashMap<>();
        properties.put("reader-roles", "ROLE_X");
        properties.put("admin-roles", "");
        properties.put("tokens[0].sha256", "the-token-itself");
        properties.put("tokens[1].name", "ci");
        properties.put("tokens[1].sha256", DIGEST);
        properties.put("tokens[2].name", "ci");
        properties.put("tokens[2].sha256", DIGEST.toUpperCase(Locale.ROOT));
        properties.put("tokens[2].roles", "ANONYMOUS,");
        properties.put("tokens[3].name", " ");
        properties.put("tokens[4].name", "x".repeat(256));
        properties.put("tokens[4].sha256", DIGEST + "00");
        properties.put("tokens[5].name", "a\nb");
        properties.put("tokens[5].sha256", Server.sha256("5"));

        assertThatThrownBy(() -> access(properties))
                .isInstanceOf(InvalidWebSecurityException.class)
                .message()
                .contains(
                        "sipwright.web.security.reader-roles has a role with the prefix ROLE_",
                        "sipwright.web.security.admin-roles is empty",
                        "sipwright.web.security.tokens[0].name is missing",
                        "sipwright.web.security.tokens[0].sha256 is no SHA-256",
                        "sipwright.web.security.tokens[2].name is the name of another token",
                        "sipwright.web.security.tokens[2].sha256 is the digest of another token",
                        "sipwright.web.security.tokens[2].roles has the role ANONYMOUS",
                        "sipwright.web.security.tokens[3].name is blank",
                        "sipwright.web.security.tokens[3].sha256 is missing",
                        "sipwright.web.security.tokens[4].name has 256 characters",
                        "sipwright.web.security.tokens[4].sha256 is no SHA-256",
                        "sipwright.web.security.tokens[5].name has control characters")
                .doesNotContain("the-token-itself", DIGEST);
    }

    @Test
    void aFailedStartSaysWhatToDo() {
        FailureAnalysis analysis = new InvalidWebSecurityFailureAnalyzer()
                .analyze(new RuntimeException(new InvalidWebSecurityException(List.of("one", "two"))));
        assertThat(analysis.getDescription()).contains("one", "two");
        assertThat(analysis.getAction()).contains("sha256sum");
    }

    @Test
    void theDigestIsNotInTheText() {
        assertThat(properties(Map.of("tokens[0].name", "ci", "tokens[0].sha256", DIGEST))
                        .toString())
                .contains("ci")
                .doesNotContain(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/api", "/api/", "/v1.0/sip_wright-~"})
    void takesBasePaths(String path) {
        assertThat(ApiPaths.of(path, "/")).asString().startsWith("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api", "//", "/api//x", "/api/**", "/{x}", "/a;b", "/..", "/a/../b", "/a/.", "/%61", "/a b"})
    void refusesBasePaths(String path) {
        assertThatThrownBy(() -> ApiPaths.of(path, "/"))
                .isInstanceOf(InvalidWebSecurityException.class)
                .hasMessageContaining("sipwright.web.base-path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000"})
    void anOwnerHasAName(String name) {
        assertThatThrownBy(() -> new ApiTokenOwner(name, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static ApiAccess access(Map<String, String> properties) {
        return ApiAccess.of(properties(properties));
    }

    private static SipwrightWebSecurityProperties properties(Map<String, String> properties) {
        Map<String, String> full = new HashMap<>();
        properties.forEach((name, value) -> full.put(PREFIX + name, value));
        return new Binder(new MapConfigurationPropertySource(full))
                .bindOrCreate("sipwright.web.security", SipwrightWebSecurityProperties.class);
    }
}
