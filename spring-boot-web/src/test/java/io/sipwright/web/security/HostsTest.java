package io.sipwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.web.security.Server.Answer;
import jakarta.servlet.Filter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

/** Beside what hosts do themselves. */
class HostsTest {

    private static final String ADMIN = "Authorization: Bearer " + Server.ADMIN;

    @Test
    void aHostsOwnChainIsForItsOwnPaths() throws Exception {
        try (Server server = Server.start(OpenHost.class, Server.TOKENS)) {
            assertThat(server.context.getBeansOfType(SecurityFilterChain.class))
                    .containsOnlyKeys("sipwrightSecurityFilterChain", "all", "api");
            assertThat(server.get("/host").body()).isEqualTo("host page for nobody");
            assertThat(server.get("/api/host").body()).isEqualTo("host page for nobody");
            assertThat(server.post("/host").body()).isEqualTo("host changed");
            assertClosed(server, "/api");
        }
    }

    @Test
    void aChainOfThatNameReplacesOurs() throws Exception {
        try (Server server = Server.start(ReplacingHost.class, Server.TOKENS)) {
            assertThat(server.context.getBeansOfType(SecurityFilterChain.class))
                    .containsOnlyKeys("sipwrightSecurityFilterChain");
            assertThat(server.context.getBeansOfType(SipwrightWebSecurityAutoConfiguration.class))
                    .isEmpty();
            assertThat(server.get("/api/trunks", "Authorization: Basic dXNlcjpwYXNzd29yZA==")
                            .body())
                    .isEqualTo("secret data for user by GET");
        }
    }

    @Test
    void anotherBasePath() throws Exception {
        for (String path : new String[] {"/sip/v1", "/sip/v1/"}) {
            try (Server server = Server.start(OpenHost.class, with("sipwright.web.base-path=" + path))) {
                assertThat(server.get("/api/trunks").status()).isEqualTo(404);
                if (!path.endsWith("/")) {
                    assertClosed(server, path);
                }
                assertThat(server.get("/sip/v1/trunks").status()).isEqualTo(401);
            }
        }
    }

    @Test
    void noBasePath() throws Exception {
        try (Server server = Server.start(OpenHost.class, with("sipwright.web.base-path="))) {
            assertClosed(server, "");
            assertThat(server.get("/host").status()).isEqualTo(200);
        }
    }

    @Test
    void contextPathAndServletPath() throws Exception {
        try (Server server = Server.start(
                OpenHost.class, with("server.servlet.context-path=/app", "spring.mvc.servlet.path=/mvc"))) {
            assertClosed(server, "/app/mvc/api");
            assertThat(server.get("/app/mvc/host").status()).isEqualTo(200);
        }
    }

    @Test
    void aBrokenBasePathIsRefused() {
        assertThatThrownBy(() -> Server.start(Server.PlainHost.class, "sipwright.web.base-path=api"))
                .hasRootCauseInstanceOf(InvalidWebSecurityException.class);
    }

    @Test
    void brokenPropertiesAreRefusedWithoutShowingThem() {
        assertThatThrownBy(() -> Server.start(
                        Server.PlainHost.class,
                        "sipwright.web.security.tokens[0].name=ci",
                        "sipwright.web.security.tokens[0].sha256=" + Server.ADMIN))
                .hasRootCauseInstanceOf(InvalidWebSecurityException.class)
                .hasStackTraceContaining("sipwright.web.security.tokens[0].sha256 is no SHA-256")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain(Server.ADMIN));
    }

    @Test
    void pathsWithoutCaseAreClosedAsWell() throws Exception {
        try (Server server = Server.start(HostWithoutCase.class, Server.TOKENS)) {
            assertThat(server.get("/API/Trunks", ADMIN).body()).startsWith(ApiOfTest.DATA);
            assertThat(server.get("/API/Trunks").status()).isEqualTo(401);
            assertThat(server.get("/Api/Asterisk/DOCTOR", "Authorization: Bearer " + Server.READER)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void ignoredPathsAreClosed() throws Exception {
        try (Server server = Server.start(IgnoringHost.class, Server.TOKENS)) {
            assertThat(server.get("/api/host").status()).isEqualTo(200);
            Answer answer = server.get("/api/trunks", ADMIN);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}");
        }
    }

    @Test
    void controllersAtOtherPathsAreClosed() throws Exception {
        try (Server server = Server.start(HostThatMovesTheApi.class, Server.TOKENS)) {
            assertThat(server.get("/moved/api/trunks").status()).isEqualTo(401);
            assertThat(server.get("/moved/api/trunks", ADMIN).status()).isEqualTo(401);
        }
    }

    @Test
    void withoutSpringBootsPartTheApiIsClosedAndTheRestOpen() throws Exception {
        for (Class<?> host : new Class<?>[] {HostWithFilterOnly.class, Server.WithoutSecurity.class}) {
            try (Server server = Server.start(host, Server.TOKENS)) {
                assertClosed(server, "/api");
                assertThat(server.get("/host").body()).isEqualTo("host page for nobody");
            }
        }
    }

    @Test
    void withoutAFilterNothingIsAnswered() throws Exception {
        try (Server server = Server.start(HostWithoutFilter.class, Server.TOKENS)) {
            assertThat(server.get("/api/trunks").status()).isEqualTo(401);
            assertThat(server.get("/api/trunks", ADMIN).status()).isEqualTo(401);
            assertThat(server.get("/host").body()).isEqualTo("host page for nobody");
        }
    }

    @Test
    void rolesAreTheHostsToName() throws Exception {
        try (Server server = Server.start(
                HostWithPrefix.class,
                "sipwright.web.security.reader-roles=SUPPORT",
                "sipwright.web.security.admin-roles=BOSS,OWNER",
                "sipwright.web.security.tokens[0].name=ci",
                "sipwright.web.security.tokens[0].sha256=" + Server.sha256(Server.ADMIN),
                "sipwright.web.security.tokens[1].name=support",
                "sipwright.web.security.tokens[1].sha256=" + Server.sha256(Server.READER),
                "sipwright.web.security.tokens[1].roles=SUPPORT",
                "sipwright.web.security.tokens[2].name=old",
                "sipwright.web.security.tokens[2].sha256=" + Server.sha256(Server.OTHER),
                "sipwright.web.security.tokens[2].roles=SIPWRIGHT_ADMIN")) {
            String support = "Authorization: Bearer " + Server.READER;
            assertThat(server.post("/api/trunks", ADMIN).status()).isEqualTo(200);
            assertThat(server.get("/api/trunks", ADMIN).status())
                    .as("not a reader")
                    .isEqualTo(403);
            assertThat(server.get("/api/trunks", support).status()).isEqualTo(200);
            assertThat(server.post("/api/trunks", support).status()).isEqualTo(403);
            assertThat(server.get("/api/trunks", "Authorization: Bearer " + Server.OTHER)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void roleHierarchiesCount() throws Exception {
        try (Server server = Server.start(
                HostWithHierarchy.class,
                "sipwright.web.security.tokens[0].name=chief",
                "sipwright.web.security.tokens[0].sha256=" + Server.sha256(Server.ADMIN),
                "sipwright.web.security.tokens[0].roles=CHIEF")) {
            assertThat(server.post("/api/trunks", ADMIN).status()).isEqualTo(200);
        }
    }

    /** Closed rather than open: a token has no second factor. */
    @Test
    void factorsThatTheHostRequiresAreMissing() throws Exception {
        try (Server server = Server.start(HostWithFactors.class, Server.TOKENS)) {
            Answer answer = server.post("/api/trunks", ADMIN);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}");
        }
    }

    @Test
    void aHiddenMethodIsTheMethod() throws Exception {
        String reader = "Authorization: Bearer " + Server.READER;
        try (Server server =
                Server.start(Server.PlainHost.class, with("spring.mvc.hiddenmethod.filter.enabled=true"))) {
            assertThat(server.submit("/api/trunks", "_method=DELETE", ADMIN).body())
                    .isEqualTo("secret data for ci by DELETE");
            for (String method : new String[] {"DELETE", "GET", "HEAD"}) {
                assertThat(server.submit("/api/trunks", "_method=" + method, reader)
                                .status())
                        .isEqualTo(403);
            }
            assertThat(server.get("/api/trunks?_method=DELETE", reader).body())
                    .isEqualTo("secret data for dashboard by GET");
        }
    }

    @Test
    void corsIsTheHosts() throws Exception {
        String origin = "Origin: https://pbx.example";
        String method = "Access-Control-Request-Method: POST";
        try (Server server = Server.start(Server.PlainHost.class)) {
            Answer answer = server.send("OPTIONS", "/api/trunks", origin, method);
            // Spring MVC allows nothing, in its words: with nothing.
            assertThat(answer.headers()).doesNotContainKeys("access-control-allow-origin", "allow");
            assertThat(answer.body()).doesNotContain(ApiOfTest.DATA);
        }
        for (Class<?> host : new Class<?>[] {HostWithCorsSource.class, HostWithCorsOfMvc.class}) {
            try (Server server = Server.start(host, Server.TOKENS)) {
                Answer preflight = server.send("OPTIONS", "/api/trunks", origin, method);
                assertThat(preflight.status()).isEqualTo(200);
                assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://pbx.example");
                assertThat(preflight.body()).isEmpty();
                assertThat(server.post("/api/trunks", origin).status()).isEqualTo(401);
                assertThat(server.post("/api/trunks", origin, ADMIN).status()).isEqualTo(200);
                assertThat(server.send("OPTIONS", "/api/trunks", "Origin: https://evil.example", method)
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    private static void assertClosed(Server server, String basePath) throws Exception {
        for (String path : new String[] {"/providers", "/user-templates/x", "/trunks", "/asterisk/sip-users"}) {
            assertThat(server.get(basePath + path).status()).isEqualTo(401);
            assertThat(server.post(basePath + path).status()).isEqualTo(401);
            assertThat(server.get(basePath + path, ADMIN).body()).isEqualTo("secret data for ci by GET");
            assertThat(server.post(basePath + path, ADMIN).body()).isEqualTo("secret data for ci by POST");
        }
    }

    private static String[] with(String... properties) {
        String[] all = Arrays.copyOf(Server.TOKENS, Server.TOKENS.length + properties.length);
        System.arraycopy(properties, 0, all, Server.TOKENS.length, properties.length);
        return all;
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Lets everybody in everywhere, and asks to be first. */
    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class OpenHost {

        @Bean
        @Order(1)
        SecurityFilterChain api(HttpSecurity http) {
            return http.securityMatcher("/api/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }

        @Bean
        SecurityFilterChain all(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class ReplacingHost {

        @Bean
        SecurityFilterChain sipwrightSecurityFilterChain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(basic -> {})
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("user").password("{noop}password").build());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class HostWithoutCase implements WebMvcConfigurer {

        @Override
        public void configurePathMatch(PathMatchConfigurer paths) {
            PathPatternParser parser = new PathPatternParser();
            parser.setCaseSensitive(false);
            paths.setPatternParser(parser);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class IgnoringHost {

        @Bean
        WebSecurityCustomizer ignoring() {
            return web -> web.ignoring().requestMatchers("/api/**");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(OpenHost.class)
    static class HostThatMovesTheApi implements WebMvcConfigurer {

        @Override
        public void configurePathMatch(PathMatchConfigurer paths) {
            paths.addPathPrefix("/moved", type -> type.isAnnotationPresent(RestController.class));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(SecurityFilterAutoConfiguration.class)
    @Import(Server.WithoutSecurity.class)
    static class HostWithFilterOnly {}

    @Configuration(proxyBeanMethods = false)
    @Import(Server.WithoutSecurity.class)
    static class HostWithoutFilter {

        @Bean
        FilterRegistrationBean<Filter> none(@Qualifier("springSecurityFilterChain") Filter filter) {
            FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class HostWithPrefix {

        @Bean
        static GrantedAuthorityDefaults noPrefix() {
            return new GrantedAuthorityDefaults("");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class HostWithHierarchy {

        @Bean
        static RoleHierarchy hierarchy() {
            return RoleHierarchyImpl.fromHierarchy("ROLE_CHIEF > ROLE_SIPWRIGHT_ADMIN");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMultiFactorAuthentication(
            authorities = {FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.OTT_AUTHORITY})
    @Import(Server.PlainHost.class)
    static class HostWithFactors {}

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class HostWithCorsSource {

        @Bean
        UrlBasedCorsConfigurationSource corsConfigurationSource() {
            CorsConfiguration cors = new CorsConfiguration();
            cors.addAllowedOrigin("https://pbx.example");
            cors.addAllowedMethod("*");
            UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
            source.registerCorsConfiguration("/**", cors);
            return source;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Server.PlainHost.class)
    static class HostWithCorsOfMvc implements WebMvcConfigurer {

        @Override
        public void addCorsMappings(CorsRegistry registry) {
            registry.addMapping("/**").allowedOrigins("https://pbx.example").allowedMethods("*");
        }
    }
}
