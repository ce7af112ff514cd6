package io.sipwright.examples.boot;

import io.sipwright.examples.boot.LoadRun.Result;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The example under load, on each kind of host there is; see the script "load". */
final class Load {

    private final Duration duration;
    private final String applyTimeout;
    private boolean good = true;

    private Load(Duration duration, String applyTimeout) {
        this.duration = duration;
        this.applyTimeout = applyTimeout;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        String timeout = given.stream()
                .filter(argument -> argument.startsWith("--apply-timeout="))
                .map(argument -> argument.substring("--apply-timeout=".length()))
                .findFirst()
                .orElse("10s");
        Load load = new Load(Duration.ofSeconds(given.contains("--quick") ? 10 : 60), timeout);
        load.run();
        System.exit(load.good ? 0 : 1);
    }

    private void run() throws Exception {
        System.out.printf(
                "%d connections, %d s each, sipwright.web.apply-timeout=%s%n%n%s%n",
                LoadRun.CONNECTIONS, duration.toSeconds(), applyTimeout, Result.HEAD);
        on("H2", Map.of());
        try (EmbeddedPostgres database = postgreSql()) {
            on("PostgreSQL", environment(database));
        }
        Optional<AsteriskInstallation> asterisk = AsteriskInstallation.find(22);
        if (asterisk.isEmpty()) {
            System.out.println("There is no Asterisk 22 here.");
            return;
        }
        try (EmbeddedPostgres database = postgreSql();
                AsteriskServer server = AsteriskServer.builder(asterisk.get()).start()) {
            Map<String, String> environment = environment(database);
            environment.put("SPRING_PROFILES_ACTIVE", "postgresql,asterisk");
            environment.put(
                    "SIPWRIGHT_CONFIG_DIRECTORY", server.configDirectory().toString());
            environment.put("SIPWRIGHT_AMI_PORT", Integer.toString(server.amiPort()));
            environment.put("SIPWRIGHT_AMI_USERNAME", server.amiUser());
            environment.put("SIPWRIGHT_AMI_PASSWORD", server.amiSecret());
            on("PostgreSQL, Asterisk 22", environment);
        }
    }

    private static EmbeddedPostgres postgreSql() throws IOException {
        return EmbeddedPostgres.builder()
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Map<String, String> environment(EmbeddedPostgres database) {
        return new HashMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE", "postgresql",
                "SPRING_DATASOURCE_URL", database.getJdbcUrl("postgres", "postgres"),
                "SPRING_DATASOURCE_USERNAME", "postgres"));
    }

    private void on(String name, Map<String, String> environment) throws Exception {
        Path directory = Files.createTempDirectory("sipwright-load");
        try (RunningServer server = RunningServer.start(
                directory.resolve("server"),
                directory.resolve("log"),
                environment,
                "--sipwright.web.apply-timeout=" + applyTimeout)) {
            Path files = Path.of(environment.getOrDefault(
                    "SIPWRIGHT_CONFIG_DIRECTORY",
                    directory.resolve("server").resolve("asterisk").toString()));
            Result result = new LoadRun(new RestClient(server, server.token()), duration)
                    .run(files.resolve("pjsip_users.conf"));
            good &= result.isGood();
            System.out.println(result.row(name));
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Load::remove);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
