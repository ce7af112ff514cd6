package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.Node;
import io.sipwright.ari.AriOverlay;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.spring.SipwrightDoctor.Finding;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.WriteResult;
import io.sipwright.testkit.ami.FakeAmiServer;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The doctor looks at what the nodes are made of. */
@Timeout(60)
class SipwrightDoctorTest {

    private static final String SECRET = "canary-Xk4vQ9-battery";

    @TempDir
    Path directory;

    private static ApplicationContextRunner host(Node... nodes) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SipwrightAriAutoConfiguration.class,
                        SipwrightAutoConfiguration.class,
                        SipwrightDoctorAutoConfiguration.class))
                .withPropertyValues("sipwright.apply.mode=on-request")
                .withBean(ProvisioningStore.class, InMemoryStore::new)
                .withBean(SipwrightNodes.class, () -> new SipwrightNodes(List.of(nodes), Map.of()));
    }

    private static Reloader ami(int port) {
        return AmiReloader.builder("127.0.0.1", port, "sipwright", Secret.of(SECRET))
                .build();
    }

    @Test
    void each_node_is_looked_at_with_its_own_asterisk_and_directory() throws Exception {
        int free;
        try (ServerSocket closed = new ServerSocket(0)) {
            free = closed.getLocalPort();
        }
        try (FakeAmiServer server = FakeAmiServer.start("sipwright", SECRET)) {
            Node there = new Node("there", ConfigFiles.in(directory), ami(server.port()));
            Node gone = new Node("gone", ConfigFiles.in(directory.resolve("missing")), ami(free));
            host(there, gone).run(context -> {
                Map<String, List<Finding>> findings =
                        context.getBean(SipwrightDoctor.class).examine();

                assertThat(findings.keySet()).containsExactly("gone", "there");
                assertThat(findings.get("gone"))
                        .extracting(Finding::code)
                        .contains("ami-unreachable", "directory-missing");
                assertThat(findings.get("there"))
                        .extracting(Finding::code)
                        .doesNotContain("ami-unreachable", "directory-missing");
                assertThat(server.connections()).isEqualTo(1);
                assertThat(findings.toString()).doesNotContain(SECRET);
            });
        }
    }

    @Test
    void a_node_without_ami_is_looked_at_in_its_directory() {
        host(new Node("files", ConfigFiles.in(directory.resolve("missing")), Reloader.none()))
                .run(context -> assertThat(
                                context.getBean(SipwrightDoctor.class).examine("files"))
                        .hasValueSatisfying(found ->
                                assertThat(found).extracting(Finding::code).contains("directory-missing")));
    }

    @Test
    void a_node_that_it_cannot_look_at_does_not_look_well() {
        host(new Node("odd", files -> new WriteResult(Map.of()), Reloader.none()))
                .run(context -> assertThat(
                                context.getBean(SipwrightDoctor.class).examine("odd"))
                        .hasValueSatisfying(found ->
                                assertThat(found).extracting(Finding::code).containsExactly("not-examined")));
    }

    @Test
    void a_node_that_there_is_not_has_no_findings_at_all() {
        host(new Node("files", ConfigFiles.in(directory), Reloader.none()))
                .run(context -> assertThat(
                                context.getBean(SipwrightDoctor.class).examine("other"))
                        .isEmpty());
    }

    /** An overlay hides neither the manager interface behind it nor its own trouble. */
    @Test
    void behind_an_overlay_all_is_looked_at_that_is_looked_at_without_one_and_the_overlay_too() throws Exception {
        int free;
        try (ServerSocket closed = new ServerSocket(0)) {
            free = closed.getLocalPort();
        }
        try (FakeAmiServer server = FakeAmiServer.start("sipwright", SECRET)) {
            Reloader ami = ami(server.port());
            AriOverlay overlay = AriOverlay.builder(
                            URI.create("http://127.0.0.1:" + free), "sipwright", Secret.of(SECRET), ami)
                    .build();
            Files.writeString(directory.resolve("pjsip.conf"), "");
            Path ours = Files.createDirectory(directory.resolve("ours"));
            host(
                            new Node("plain", ConfigFiles.in(ours), ami),
                            new Node("overlaid", ConfigFiles.in(ours), new AriOverlaid(overlay, ami)),
                            new Node("own", ConfigFiles.in(directory), overlay))
                    .run(context -> {
                        Map<String, List<Finding>> findings =
                                context.getBean(SipwrightDoctor.class).examine();

                        assertThat(server.connections()).isEqualTo(2);
                        List<String> plain = codes(findings.get("plain"));
                        assertThat(plain).isNotEmpty().doesNotContain("ari-unreachable");
                        assertThat(codes(findings.get("overlaid")))
                                .containsAll(plain)
                                .contains("ari-unreachable")
                                .hasSize(plain.size() + 1);
                        assertThat(findings.get("overlaid"))
                                .isSortedAccordingTo(java.util.Comparator.comparing(Finding::severity));
                        // Where Asterisk's own files are, they are looked at as well.
                        assertThat(codes(findings.get("own"))).contains("ari-unreachable", "not-readable");
                        assertThat(findings.toString()).doesNotContain(SECRET);
                    });
        }
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void who_knows_more_of_a_node_is_asked() {
        Finding finding = new Finding(SipwrightDoctor.Severity.ERROR, "odd", "it is odd", "make it even");
        host(
                        new Node("odd", files -> new WriteResult(Map.of()), Reloader.none()),
                        new Node("other", files -> new WriteResult(Map.of()), Reloader.none()))
                .withBean(
                        NodeExaminer.class,
                        () -> node -> node.name().equals("odd") ? Optional.of(List.of(finding)) : Optional.empty())
                .run(context -> {
                    Map<String, List<Finding>> findings =
                            context.getBean(SipwrightDoctor.class).examine();
                    assertThat(findings.get("odd")).containsExactly(finding);
                    assertThat(codes(findings.get("other"))).containsExactly("not-examined");
                });
    }

    @Test
    void it_backs_off() {
        Node node = new Node("files", ConfigFiles.in(directory), Reloader.none());
        host(node)
                .withClassLoader(new FilteredClassLoader("io.sipwright.ami"))
                .run(context ->
                        assertThat(context).hasSingleBean(Sipwright.class).doesNotHaveBean(SipwrightDoctor.class));
        host(node)
                .withPropertyValues("sipwright.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(SipwrightDoctor.class));
        SipwrightDoctor other = new SipwrightDoctor() {
            @Override
            public Map<String, List<Finding>> examine() {
                return Map.of();
            }

            @Override
            public java.util.Optional<List<Finding>> examine(String name) {
                return java.util.Optional.empty();
            }
        };
        host(node)
                .withBean(SipwrightDoctor.class, () -> other)
                .run(context ->
                        assertThat(context.getBean(SipwrightDoctor.class)).isSameAs(other));
    }
}
