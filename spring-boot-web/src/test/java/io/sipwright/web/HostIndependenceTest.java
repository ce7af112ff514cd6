package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the host sets for itself changes nothing here, and the other way round. */
class HostIndependenceTest {

    @TempDir
    Path directory;

    @Test
    void jsonOfTheHostIsItsOwn() {
        try (Bed plain = Bed.in(directory);
                Bed odd = Bed.with(directory.resolve("."), List.of(OddHost.class, HostController.class))) {
            assertThat(keys(odd, "/api/providers/telnyx/details"))
                    .isEqualTo(keys(plain, "/api/providers/telnyx/details"));
            Bed.Answer created = odd.post("/api/trunks", Bed.TRUNK).is(201);
            assertThat(created.at("/trunk/trunk_name")).isEqualTo("carrier");
            assertThat(created.at("/trunk/created_at")).matches("\\d{4}-.*Z");
            assertThat(odd.post("/api/trunks", "{\"trunk_name\": \"x\", \"provider\": \"telnyx\", \"oops\": 1}")
                            .is(422)
                            .fields())
                    .contains("oops");
            odd.get("/api/trunks/nobody").is(404);

            // The host's own controller: its names, its dates, its errors, also below /api.
            assertThat(odd.get("/api/of-the-host").body()).contains("\"AtWhat\":0", "\"SomeName\":\"x\"");
            assertThat(odd.post("/api/of-the-host", "{\"AnyThing\": 1, \"a\": 1, \"a\": 2}")
                            .body())
                    .contains("a");
            assertThat(odd.get("/api/of-the-host/broken").body()).isEqualTo("the host's answer");
            assertThat(odd.delete("/api/of-the-host").header("content-type")).isNotEqualTo("application/problem+json");
            assertThat(odd.context.getBeansOfType(JsonMapper.class)).hasSize(1);
        }
    }

    @Test
    void theBasePathIsASetting() {
        try (Bed moved = Bed.in(directory, "sipwright.web.base-path=/pbx/v1");
                Bed root = Bed.in(directory.resolve("."), "sipwright.web.basePath=")) {
            moved.get("/pbx/v1/trunks").is(200);
            assertThat(moved.post("/pbx/v1/trunks", Bed.TRUNK).is(201).header("location"))
                    .isEqualTo("/pbx/v1/trunks/carrier");
            moved.delete("/pbx/v1/trunks").is(405);
            moved.get("/pbx/v1/trunks/a/b/c").is(404);
            assertThat(moved.get("/api/trunks").status()).isEqualTo(404);
            root.get("/trunks").is(200);
            root.delete("/trunks").is(405);
        }
    }

    private static List<String> keys(Bed bed, String path) {
        return List.copyOf(bed.get(path).is(200).json().propertyNames());
    }

    @Configuration(proxyBeanMethods = false)
    static class OddHost {

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                    .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();
        }

        @Bean
        HostAdvice hostAdvice() {
            return new HostAdvice();
        }
    }

    @RestController
    static class HostController {

        record Thing(String someName, Instant atWhat) {}

        @GetMapping("/api/of-the-host")
        Thing thing() {
            return new Thing("x", Instant.EPOCH);
        }

        @PostMapping("/api/of-the-host")
        Map<String, Object> echo(@RequestBody Map<String, Object> body) {
            return body;
        }

        @GetMapping("/api/of-the-host/broken")
        Thing broken() {
            throw new IllegalStateException("broken");
        }
    }

    @RestControllerAdvice
    static class HostAdvice {

        @ExceptionHandler
        ResponseEntity<String> any(Exception e) {
            return ResponseEntity.status(418).body("the host's answer");
        }
    }
}
