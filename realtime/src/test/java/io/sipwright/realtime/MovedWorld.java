package io.sipwright.realtime;

import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Node;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Asterisks that run from files, and a host that is started with these nodes or those. */
final class MovedWorld implements AutoCloseable {

    static final String FIRST = "Vq7-wT2_mXc9Rk";
    static final String SECOND = "Hz4;kP8^sLb3Nd";

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());
    private static final Duration LONG = Duration.ofSeconds(60);

    final Map<String, AsteriskServer> asterisks = new LinkedHashMap<>();
    final TestDatabase rows = PostgreSqlServer.newDatabase();
    final JdbcStore store;
    final RealtimeTarget target;
    private final AsteriskVersion version;
    private final Map<String, String> modules = new LinkedHashMap<>();

    /** @param oneDatabase whether the rows are in the database of the store */
    MovedWorld(AsteriskInstallation installation, boolean oneDatabase, String... names) {
        version = AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
        for (String name : names) {
            asterisks.put(name, AsteriskServer.builder(installation).start());
        }
        TestDatabase database = oneDatabase ? rows : PostgreSqlServer.newDatabase();
        SchemaInitializer.of(database.dataSource()).run();
        RealtimeSchema.of(rows.dataSource()).run();
        store = JdbcStore.builder(database.dataSource(), CIPHER).build();
        target = RealtimeTarget.builder(rows.dataSource())
                .inDatabaseOfStore(oneDatabase)
                .asteriskVersion(version)
                .build();
    }

    AsteriskServer asterisk(String name) {
        return Stream.of(asterisks.get(name)).findFirst().orElseThrow();
    }

    ConfigFiles files(String name) {
        return ConfigFiles.in(asterisk(name).configDirectory());
    }

    AmiReloader reloader(String name) {
        AsteriskServer asterisk = asterisk(name);
        return AmiReloader.builder(
                        asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), Secret.of(asterisk.amiSecret()))
                .build();
    }

    /** A host that applies files to some nodes, and rows to some. */
    Sipwright host(List<String> withFiles, List<String> withRows) {
        var builder = Sipwright.builder()
                .store(store)
                .asteriskVersion(version)
                .applySettings(ApplySettings.standard()
                        .withRest(Duration.ofMillis(20), 0)
                        .withRetries(Duration.ofMillis(100), Duration.ofMillis(500))
                        .withReconcileInterval(Duration.ofSeconds(1)));
        withFiles.forEach(name -> builder.node(new Node(name, files(name), reloader(name))));
        withRows.forEach(name -> builder.node(new Node(name + "-rows", target, reloader(name))));
        return builder.build();
    }

    Move move() {
        Move.Builder move = Move.builder(store, target);
        asterisks.keySet().forEach(name -> move.node(name, name + "-rows", files(name), reloader(name)));
        return move.build();
    }

    static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(FIRST)
                .build();
    }

    /** Waits until all that is stored was written to all nodes, and seen running; an object may be seen from the file, too. */
    void settle(Sipwright host) {
        long newest = store.<Long>read(view -> view.generation());
        await(() -> host.status().stream()
                .allMatch(node -> Math.min(node.verifiedGeneration(), node.writtenGeneration()) >= newest));
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come about in " + LONG);
            }
            Thread.onSpinWait();
        }
    }

    /** Has an Asterisk read rows, as an operator does. */
    void restartWithRows(String name) {
        AsteriskServer asterisk = asterisk(name);
        RealtimeConfiguration configuration = RealtimeConfiguration.postgreSql(
                        "127.0.0.1", PostgreSqlServer.port(), rows.name(), "postgres", Secret.of("postgres"))
                .build();
        configuration.files().forEach(file -> asterisk.write(file.name(), file.text()));
        String before = modules.computeIfAbsent(name, key -> read(asterisk, "modules.conf"));
        asterisk.write("modules.conf", before + configuration.modules());
        asterisk.restart();
    }

    void restartWithoutRows(String name) {
        AsteriskServer asterisk = asterisk(name);
        asterisk.write("sorcery.conf", "");
        asterisk.restart();
    }

    static String read(AsteriskServer asterisk, String file) {
        try {
            return Files.readString(asterisk.configDirectory().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text stands in any file of a configuration directory, hidden ones included. */
    boolean isOnDisk(String name, String text) {
        try (Stream<java.nio.file.Path> files = Files.list(asterisk(name).configDirectory())) {
            return files.filter(Files::isRegularFile)
                    .anyMatch(file ->
                            read(asterisk(name), file.getFileName().toString()).contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        asterisks.values().forEach(AsteriskServer::close);
    }
}
