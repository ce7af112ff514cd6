package io.sipwright.examples.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Node;
import io.sipwright.apply.NodeStatus;
import io.sipwright.error.SipwrightException;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.secret.Secret;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The program of a host: what an application with Sipwright in it does, in a process of its own. Reads commands, one in a line,
 * and answers each with a line that begins with {@code "= "}; other lines tell what happens. Ends with its input.
 */
final class Host {

    static final String ANSWER = "= ";
    static final String READY = "ready";
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Sipwright sipwright;

    private Host(Sipwright sipwright) {
        this.sipwright = sipwright;
    }

    /** {@code <settings> <name>}. */
    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            settings.load(reader);
        }
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (HikariDataSource database = pool(settings.getProperty("url"));
                Sipwright sipwright = sipwright(settings, arguments[1], database)) {
            Host host = new Host(sipwright);
            System.out.println(ANSWER + READY);
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                System.out.println(ANSWER + host.answer(line.split(" ")));
            }
        }
        System.exit(0);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(6); // two nodes, each with a thread, and whoever changes something
        pool.setConnectionTimeout(3000);
        return new HikariDataSource(pool);
    }

    /** Store and rows are in one database, and both Asterisks read the same rows: this is all that a cluster takes. */
    private static Sipwright sipwright(Properties settings, String name, HikariDataSource database) {
        RealtimeTarget rows =
                RealtimeTarget.builder(database).inDatabaseOfStore(true).build();
        SipwrightBuilder builder = Sipwright.builder()
                .store(JdbcStore.builder(database, TinkSecretCipher.ofKeyset(settings.getProperty("keyset")))
                        .build())
                .applySettings(ApplySettings.standard()
                        .withOwner(name)
                        .withLease(Duration.ofSeconds(4)) // shorter than usual, so that one can watch
                        .withReconcileInterval(Duration.ofSeconds(5))
                        .withRetries(Duration.ofMillis(200), Duration.ofSeconds(2)))
                .listener(new ApplyListener() {
                    @Override
                    public void roundEnded(NodeStatus before, NodeStatus after) {
                        if (!before.summary().equals(after.summary())) {
                            System.out.println(after.node() + ": " + after.summary());
                        }
                    }
                });
        for (String node : settings.getProperty("nodes").split(" ")) {
            builder.node(new Node(node, rows, reloader(settings, node)));
        }
        return builder.build();
    }

    private static AmiReloader reloader(Properties settings, String node) {
        return AmiReloader.builder(
                        "127.0.0.1",
                        Integer.parseInt(settings.getProperty(node + ".port")),
                        settings.getProperty(node + ".user"),
                        Secret.of(settings.getProperty(node + ".secret")))
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }

    private String answer(String[] words) {
        try {
            return switch (words[0]) {
                case "create" ->
                    done(sipwright
                            .users()
                            .create(SipUserSpec.builder(words[1], "basic_user")
                                    .extension("1001")
                                    .secret(words[2])
                                    .build()));
                case "password" ->
                    done(sipwright
                            .users()
                            .update(
                                    words[1],
                                    SipUserPatch.builder().secret(words[2]).build()));
                case "delete" -> done(sipwright.users().delete(words[1]));
                case "await" -> running();
                default -> "knows no '" + words[0] + "'";
            };
        } catch (SipwrightException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static String done(Provisioned<?> change) {
        return "done, generation " + change.generation();
    }

    /** Looks until all nodes were seen running the newest state; whichever host has looked. */
    private String running() {
        long end = System.nanoTime() + LONG.toNanos();
        while (!sipwright.reconcile().isVerified() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return sipwright.status().stream()
                .map(node -> node.node() + " runs generation " + node.verifiedGeneration() + " of "
                        + node.desiredGeneration())
                .collect(Collectors.joining(", "));
    }
}
