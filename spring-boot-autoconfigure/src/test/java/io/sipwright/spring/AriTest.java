package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.Node;
import io.sipwright.reload.Reloader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Nodes with files get an overlay, where it is said. */
class AriTest {

    private static final String SECRET = "canary-Xk4vQ9-battery";

    @TempDir
    Path directory;

    private ApplicationContextRunner host() {
        return Contexts.embedded(directory)
                .withPropertyValues(
                        "sipwright.apply.auto-startup=false", // there is no Asterisk
                        "sipwright.ami.username=manager",
                        "sipwright.ami.password=secret");
    }

    private static Map<String, Reloader> reloaders(BeanFactory context) {
        Map<String, Reloader> reloaders = new java.util.TreeMap<>();
        List<Node> nodes = context.getBean(SipwrightNodes.class).nodes();
        nodes.forEach(node -> reloaders.put(node.name(), node.reloader()));
        return reloaders;
    }

    /** It tells no one. */
    private static Object setting(Reloader reloader, String name) {
        return org.springframework.test.util.ReflectionTestUtils.invokeMethod(
                java.util.Objects.requireNonNull(org.springframework.test.util.ReflectionTestUtils.getField(
                        ((AriOverlaid) reloader).overlay(), "settings")),
                name);
    }

    @Test
    void without_a_user_there_is_none() {
        host().withPropertyValues("sipwright.ari.password=" + SECRET)
                .run(context -> assertThat(reloaders(context).get("default")).isInstanceOf(AmiReloader.class));
    }

    @Test
    void it_stands_before_the_reloader_and_is_as_the_settings_say() {
        host().withPropertyValues(
                        "sipwright.ari.url=http://127.0.0.1:8090/pbx",
                        "sipwright.ari.username=sipwright",
                        "sipwright.ari.password=" + SECRET,
                        "sipwright.ari.connect-timeout=3s",
                        "sipwright.ari.response-timeout=4s",
                        "sipwright.ari.most=12",
                        "sipwright.ari.rest=6m",
                        "sipwright.ari.rest-factor=7",
                        "sipwright.ari.retry-pause=8s")
                .run(context -> {
                    Reloader reloader = reloaders(context).get("default");
                    assertThat(Overlaid.innermost(reloader)).isInstanceOf(AmiReloader.class);
                    assertThat(setting(reloader, "base")).hasToString("http://127.0.0.1:8090/pbx");
                    assertThat(setting(reloader, "user")).isEqualTo("sipwright");
                    assertThat(setting(reloader, "connectTimeout")).isEqualTo(Duration.ofSeconds(3));
                    assertThat(setting(reloader, "responseTimeout")).isEqualTo(Duration.ofSeconds(4));
                    assertThat(setting(reloader, "most")).isEqualTo(12);
                    assertThat(setting(reloader, "rest")).isEqualTo(Duration.ofMinutes(6));
                    assertThat(setting(reloader, "restFactor")).isEqualTo(7.0);
                    assertThat(setting(reloader, "retryPause")).isEqualTo(Duration.ofSeconds(8));
                    assertThat(reloader.toString())
                            .contains("AriOverlay", "AmiReloader")
                            .doesNotContain(SECRET);
                    assertThat(context.getBean(SipwrightProperties.class).toString()
                                    + context.getBean(SipwrightAriProperties.class))
                            .doesNotContain(SECRET);
                    assertThat(context.getBean(SipwrightNodes.class).observers())
                            .containsOnlyKeys("default");
                });
    }

    @Test
    void nodes_take_what_they_do_not_say_from_the_settings_for_all() {
        host().withPropertyValues(
                        "sipwright.ari.username=all",
                        "sipwright.ari.password=" + SECRET,
                        "sipwright.ari.most=9",
                        "sipwright.nodes.east.ari.url=http://127.0.0.1:8001",
                        "sipwright.nodes.east.ari.most=5",
                        "sipwright.nodes.north.ari.username=",
                        "sipwright.nodes.west.ari.url=http://127.0.0.1:8002",
                        "sipwright.nodes.west.ari.username=west",
                        "sipwright.nodes.west.ari.password=other",
                        "sipwright.nodes.west.ari.retry-pause=1s")
                .run(context -> {
                    Map<String, Reloader> reloaders = reloaders(context);
                    Reloader east = reloaders.get("east");
                    assertThat(setting(east, "base")).hasToString("http://127.0.0.1:8001");
                    assertThat(setting(east, "user")).isEqualTo("all");
                    assertThat(setting(east, "most")).isEqualTo(5);
                    assertThat(setting(east, "retryPause")).isEqualTo(Duration.ofSeconds(30));
                    assertThat(reloaders.get("north")).isInstanceOf(AmiReloader.class);
                    Reloader west = reloaders.get("west");
                    assertThat(setting(west, "user")).isEqualTo("west");
                    assertThat(setting(west, "most")).isEqualTo(9);
                    assertThat(setting(west, "retryPause")).isEqualTo(Duration.ofSeconds(1));
                });
    }

    @Test
    void a_bundle_says_whom_to_trust() {
        host().withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues(
                        "spring.ssl.bundle.jks.asterisk.truststore.location=file:"
                                + Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"),
                        "sipwright.ari.url=https://127.0.0.1:8089",
                        "sipwright.ari.username=a",
                        "sipwright.ari.password=b",
                        "sipwright.ari.ssl.bundle=asterisk",
                        "sipwright.nodes.east.config-directory=" + directory,
                        "sipwright.nodes.west.ari.ssl.bundle=")
                .run(context -> {
                    assertThat(setting(reloaders(context).get("east"), "tls")).isNotNull();
                    assertThat(setting(reloaders(context).get("west"), "tls")).isNull();
                });
    }

    @Test
    void where_some_nodes_have_rows_it_is_for_those_with_files() {
        Contexts.rows(directory, PostgreSqlServer.newDatabase())
                .withPropertyValues(
                        "sipwright.apply.auto-startup=false",
                        "sipwright.ami.username=manager",
                        "sipwright.ami.password=secret",
                        "sipwright.ari.username=all",
                        "sipwright.ari.password=" + SECRET,
                        "sipwright.nodes.east.publish-by=files",
                        "sipwright.nodes.west.publish-by=rows")
                .run(context -> {
                    assertThat(reloaders(context).get("east")).isInstanceOf(AriOverlaid.class);
                    assertThat(reloaders(context).get("west")).isInstanceOf(AmiReloader.class);
                });
    }

    /** One that is added to reloaders later must not get lost here. */
    @Test
    void an_overlay_does_itself_whatever_a_reloader_does() {
        assertThat(Stream.of(Reloader.class.getMethods())
                        .filter(method -> !java.lang.reflect.Modifier.isStatic(method.getModifiers())))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(
                                AriOverlaid.class.getDeclaredMethod(method.getName(), method.getParameterTypes()))
                        .isNotNull());
    }
}
