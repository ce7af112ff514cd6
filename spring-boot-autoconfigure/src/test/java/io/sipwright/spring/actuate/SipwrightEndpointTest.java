package io.sipwright.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightNodes;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All of it in a web server, as a host has it. */
@Timeout(120)
class SipwrightEndpointTest {

    @TempDir
    Path directory;

    private final Scripted asterisk = new Scripted();

    private ConfigurableApplicationContext start(SipwrightNodes nodes, String... properties) {
        return new SpringApplicationBuilder(Host.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "sipwright.apply.mode=before-return",
                        "management.endpoint.health.show-details=always",
                        "management.endpoint.health.probes.enabled=true",
                        "spring.flyway.enabled=false",
                        "spring.liquibase.enabled=false",
                        "spring.main.banner-mode=off")
                .properties(properties)
                .initializers(context -> {
                    var beans = (org.springframework.context.support.GenericApplicationContext) context;
                    beans.registerBean(ProvisioningStore.class, () -> new InMemoryStore());
                    beans.registerBean(SipwrightNodes.class, () -> nodes);
                })
                .run();
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
            throws IOException, InterruptedException {
        String port = context.getBean(Environment.class).getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/" + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body()).doesNotContain(Scripted.SECRET);
        return response;
    }

    private static JsonNode json(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    @Test
    void the_status_of_all_nodes_or_of_one() throws Exception {
        try (var context = start(asterisk.in(directory), "management.endpoints.web.exposure.include=*")) {
            Scripted.create(context.getBean(Sipwright.class), "alice");

            JsonNode all = json(get(context, "sipwright"));
            JsonNode one = json(get(context, "sipwright/pbx"));

            assertThat(all.at("/nodes/0")).isEqualTo(one);
            assertThat(one.at("/node").asString()).isEqualTo("pbx");
            assertThat(one.at("/desiredGeneration").asInt()).isEqualTo(1);
            assertThat(one.at("/writtenGeneration").asInt()).isEqualTo(1);
            assertThat(one.at("/verifiedGeneration").asInt()).isEqualTo(1);
            assertThat(one.at("/conditions/3/type").asString()).isEqualTo("VERIFIED");
            assertThat(one.at("/conditions/3/status").asString()).isEqualTo("TRUE");
            assertThat(one.at("/conditions/3/reason").asString()).isEqualTo("SeenRunning");
            assertThat(one.at("/conditions/3/since").asString()).matches("20\\d\\d-.*Z");
            assertThat(one.at("/lastRound/outcome").asString()).isEqualTo("verified");
            assertThat(one.at("/lastRound/durations/stage").asString()).startsWith("PT");
            assertThat(get(context, "sipwright/other").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_was_refused_and_why() throws Exception {
        try (var context =
                start(asterisk.in(directory), "management.endpoints.web.exposure.include=sipwright,health")) {
            asterisk.rejects("alice");
            Scripted.create(context.getBean(Sipwright.class), "alice");

            JsonNode one = json(get(context, "sipwright/pbx"));
            assertThat(one.at("/summary").asString()).contains("endpoint alice", "out of mood");
            assertThat(one.at("/lastRound/outcome").asString()).isEqualTo("rejected");

            JsonNode health = json(get(context, "health")); // 200: no load balancer takes the application away
            assertThat(health.at("/status").asString()).isEqualTo("UP");
            assertThat(health.at("/components/sipwright/status").asString()).isEqualTo("DEGRADED");
            assertThat(json(get(context, "health/sipwright")).at("/status").asString())
                    .isEqualTo("DEGRADED");
            assertThat(json(get(context, "health/liveness")).at("/status").asString())
                    .isEqualTo("UP");
            assertThat(get(context, "health/readiness").body()).contains("UP").doesNotContain("sipwright");
        }
    }

    @Test
    void nothing_is_exposed_unasked_and_the_doctor_not_with_the_status() throws Exception {
        try (var context = start(asterisk.in(directory))) {
            assertThat(get(context, "sipwright").statusCode()).isEqualTo(404);
            assertThat(context.getBeansOfType(SipwrightEndpoint.class)).isEmpty();
        }
        try (var context = start(asterisk.in(directory), "management.endpoints.web.exposure.include=sipwright")) {
            assertThat(get(context, "sipwright").statusCode()).isEqualTo(200);
            assertThat(get(context, "sipwrightdoctor").statusCode()).isEqualTo(404);
        }
        try (var context = start(
                asterisk.in(directory),
                "management.endpoints.web.exposure.include=*",
                "management.endpoint.sipwright.access=none")) {
            assertThat(get(context, "sipwright").statusCode()).isEqualTo(404);
            assertThat(get(context, "sipwrightdoctor").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_doctor_looks_at_asterisk_and_at_the_directory_and_the_status_at_neither() throws Exception {
        Files.writeString(directory.resolve("pjsip.conf"), "[transport-udp]\ntype=transport\nprotocol=udp\n");
        try (FakeAmiServer server = FakeAmiServer.start("sipwright", Scripted.SECRET)) {
            var reloader = io.sipwright.ami.AmiReloader.builder(
                            server.host(), server.port(), "sipwright", io.sipwright.secret.Secret.of(Scripted.SECRET))
                    .build();
            try (var context =
                    start(Scripted.nodes(directory, reloader), "management.endpoints.web.exposure.include=*")) {
                Scripted.create(context.getBean(Sipwright.class), "alice");
                int connections = server.connections();

                json(get(context, "sipwright"));
                assertThat(server.connections()).isEqualTo(connections);

                JsonNode findings = json(get(context, "sipwrightdoctor")).at("/nodes/pbx");
                assertThat(server.connections()).isEqualTo(connections + 1);
                assertThat(findings.findValuesAsString("code")).contains("not-included");
                assertThat(findings.findValuesAsString("severity")).contains("ERROR");
                assertThat(findings.findValuesAsString("remedy")).allMatch(text -> !text.isEmpty());
                assertThat(json(get(context, "sipwrightdoctor/pbx")).at("/nodes/pbx"))
                        .isNotEmpty();
                assertThat(get(context, "sipwrightdoctor/other").statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void rounds_are_timed_once_as_a_whole_and_once_in_parts() throws Exception {
        try (var context = start(asterisk.in(directory), "management.endpoints.web.exposure.include=*")) {
            Scripted.create(context.getBean(Sipwright.class), "alice");

            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(meters.get("sipwright.round")
                            .tags("node", "pbx", "outcome", "verified")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(json(get(context, "metrics/sipwright.apply.phase"))
                            .at("/measurements/0/value")
                            .asInt())
                    .isEqualTo(3);
            assertThat(json(get(context, "metrics/sipwright.generation.lag"))
                            .at("/measurements/0/value")
                            .asInt())
                    .isZero();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Host {}
}
