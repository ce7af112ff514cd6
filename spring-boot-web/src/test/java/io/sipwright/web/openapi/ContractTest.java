package io.sipwright.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.target.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import tools.jackson.databind.JsonNode;

/** What is served is what is committed, and holds together. -Dcontract=write commits anew. */
class ContractTest {

    static final Path COMMITTED = Path.of("src/main/resources/META-INF/sipwright/openapi.json");

    @TempDir
    static Path directory;

    static Host host;
    static Contract served;
    static Contract whole;

    @BeforeAll
    static void start() throws IOException {
        host = Host.start(directory);
        served = document(host, "/v3/api-docs/sipwright");
        whole = document(host, "/v3/api-docs");
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static Contract document(Host host, String path) throws IOException {
        try (Wire wire = new Wire(host.port())) {
            Wire.Answer answer = wire.send("GET", path, null, List.of());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return Contract.of(answer.body());
        }
    }

    @Test
    void isTheCommittedOne() throws IOException {
        if ("write".equals(System.getProperty("contract"))) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served.stable());
        }
        assertThat(served.stable()).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void isTheSameElsewhere(@TempDir Path elsewhere) throws IOException {
        try (Host moved = Host.start(
                elsewhere,
                "sipwright.web.base-path=/pbx",
                "spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
                "springdoc.default-flat-param-object=true",
                "springdoc.default-produces-media-type=text/plain",
                "springdoc.use-fqn=true")) {
            Contract there = document(moved, "/v3/api-docs/sipwright");
            assertThat(there.stable().replace("\"/pbx/", "\"/api/")).isEqualTo(served.stable());
        }
    }

    @Test
    void holdsTogether() {
        assertThat(served.document().path("openapi").asString("")).startsWith("3.1");
        assertThat(served.operations()).hasSize(41);
        Set<String> ids = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (Contract.Operation operation : served.operations()) {
            assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
            assertThat(operation.node().path("summary").asString(""))
                    .as("%s", operation)
                    .isNotBlank();
            assertThat(operation.node().path("security").toString()).contains("sipwrightBearer");
            List<String> inPath = operation.parameters("path").stream()
                    .map(parameter -> parameter.path("name").asString(""))
                    .toList();
            Matcher braces = Pattern.compile("\\{(\\w+)}").matcher(operation.path());
            assertThat(braces.results().map(found -> found.group(1)).toList()).isEqualTo(inPath);
            for (JsonNode parameter : operation.node().path("parameters").values()) {
                assertThat(parameter.path("schema").isObject()).isTrue();
            }
            assertThat(operation.node().path("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
            operation.node().path("responses").properties().forEach(entry -> {
                JsonNode response = served.resolved(entry.getValue());
                assertThat(response.path("description").asString("")).isNotBlank();
                String place = operation.id() + " " + entry.getKey();
                response.path("content").values().forEach(content -> {
                    if (content.has("example")) {
                        served.check(place, content.path("schema"), content.path("example"), problems);
                    }
                });
            });
            if (operation.hasBody()) {
                served.check(operation.id(), operation.requestSchema(), operation.requestExample(), problems);
            }
        }
        assertThat(problems).isEmpty();
        references(served.document());
        assertThat(served.document()
                        .at("/components/securitySchemes/sipwrightBearer/scheme")
                        .asString(""))
                .isEqualTo("bearer");
        assertThat(served.document().at("/components/schemas").propertyNames())
                .allMatch(name -> name.startsWith("Sipwright"));
        for (String secret :
                List.of("SipwrightTrunkRequest/properties/password", "SipwrightSipUserChange/properties/secret")) {
            assertThat(served.document()
                            .at("/components/schemas/" + secret + "/writeOnly")
                            .asBoolean(false))
                    .isTrue();
        }
    }

    private static void references(JsonNode node) {
        if (node.path("$ref").isString()) {
            assertThat(served.resolved(node).isObject()).as("%s", node).isTrue();
        }
        node.values().forEach(ContractTest::references);
    }

    @Test
    void leavesTheHostsOwnAlone() throws IOException {
        JsonNode own = whole.document().at("/paths/~1api~1of-the-host/get");
        assertThat(own.path("operationId").asString("")).isEqualTo("list");
        assertThat(own.path("responses").propertyNames()).containsExactlyInAnyOrder("200", "402");
        assertThat(own.has("security")).isFalse();
        assertThat(whole.document().at("/components/schemas/Problem/properties").propertyNames())
                .containsExactly("ofTheHost");
        assertThat(whole.operations()).hasSize(42);
        assertThat(whole.document().at("/paths/~1api~1trunks"))
                .isEqualTo(served.document().at("/paths/~1api~1trunks"));
        assertThat(whole.document().path("info")).isNotEqualTo(served.document().path("info"));
    }

    @Test
    void isThereOnlyWithSpringdoc() {
        WebApplicationContextRunner runner = new WebApplicationContextRunner()
                .withBean(
                        Sipwright.class,
                        () -> Sipwright.builder()
                                .target(ConfigFiles.in(directory))
                                .applying(Applying.ON_REQUEST)
                                .build())
                .withConfiguration(AutoConfigurations.of(SipwrightOpenApiAutoConfiguration.class));
        runner.run(context ->
                assertThat(context).doesNotHaveBean(GroupedOpenApi.class).hasSingleBean(OwnOperations.class));
        WebApplicationContextRunner grouped = runner.withPropertyValues("sipwright.web.open-api-group=true");
        grouped.run(context -> assertThat(context).hasSingleBean(GroupedOpenApi.class));
        runner.withClassLoader(new FilteredClassLoader("org.springdoc", "io.swagger"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("sipwrightOpenApi"));
        runner.withPropertyValues("springdoc.api-docs.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(OwnOperations.class));
        grouped.withBean("sipwrightOpenApi", String.class, () -> "the host's")
                .run(context -> assertThat(context).doesNotHaveBean(GroupedOpenApi.class));
    }
}
