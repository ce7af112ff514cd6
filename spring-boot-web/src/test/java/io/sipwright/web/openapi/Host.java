package io.sipwright.web.openapi;

import io.sipwright.host.HostProblems;
import io.sipwright.spring.SipwrightDoctor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An application with everything: H2, files, springdoc and the API, on a port of the loopback. */
final class Host implements AutoCloseable {

    static final String ADMIN = "Canary-admin-token-0123456789abcdefgh";
    static final String READER = "Canary-reader-token-0123456789abcdefg";

    final ServletWebServerApplicationContext context;

    private Host(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    static Host start(Path directory, String... properties) {
        String[] all = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "server.tomcat.keep-alive-timeout=60s",
                                "server.tomcat.max-keep-alive-requests=-1",
                                "spring.main.banner-mode=off",
                                "spring.datasource.generate-unique-name=true",
                                "logging.level.root=warn",
                                "sipwright.config-directory=" + directory,
                                "sipwright.web.apply-timeout=0s",
                                "sipwright.web.open-api-group=true",
                                "sipwright.web.security.tokens[0].name=walker",
                                "sipwright.web.security.tokens[0].sha256=" + sha256(ADMIN),
                                "sipwright.web.security.tokens[1].name=reader",
                                "sipwright.web.security.tokens[1].sha256=" + sha256(READER),
                                "sipwright.web.security.tokens[1].roles=SIPWRIGHT_READER"),
                        Stream.of(properties))
                .map(property -> "--" + property)
                .toArray(String[]::new);
        return new Host((ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class).run(all));
    }

    int port() {
        return context.getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        SecurityFilterChain ofTheHost(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }

        @Bean
        SipwrightDoctor doctor() {
            return new SipwrightDoctor() {
                @Override
                public Map<String, List<Finding>> examine() {
                    return Map.of("default", List.of(new Finding(Severity.ADVICE, "code", "problem", "remedy")));
                }

                @Override
                public Optional<List<Finding>> examine(String node) {
                    return Optional.ofNullable(examine().get(node));
                }
            };
        }

        @Bean
        HostProblems pages() {
            return new HostProblems();
        }

        @Bean
        HostProblems.Advice advice() {
            return new HostProblems.Advice();
        }
    }
}
