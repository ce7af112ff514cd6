package io.sipwright.examples.cluster;

import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.realtime.RealtimeSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A PostgreSQL, two Asterisks that read its rows, and two hosts that write them. */
final class Cluster implements AutoCloseable {

    static final String HELP = """
            create <user> <password> | password <user> <password> | delete <user>     by a host that runs
            register <user> <password>                                                a phone, at both Asterisks
            kill <part> | start <part> | pause <part> | resume <part>                 parts: see status
            await                                                                     until all run the newest state
            status | quit""";

    private static final List<String> ASTERISKS = List.of("asterisk-1", "asterisk-2");
    private static final List<String> HOSTS = List.of("host-1", "host-2");

    private final Map<String, AsteriskPart> asterisks = new LinkedHashMap<>();
    private final Map<String, HostPart> hosts = new LinkedHashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<String> paused = new ArrayList<>();
    private final Path settings;

    /** Starts everything. @param watcher is told what happens in the hosts */
    Cluster(Consumer<String> watcher) {
        PostgresPart database = new PostgresPart();
        parts.put("postgres", database);
        SchemaInitializer.of(database.dataSource()).run();
        RealtimeSchema.of(database.dataSource()).run();
        Properties known = new Properties();
        known.setProperty("url", database.url());
        known.setProperty("keyset", TinkKeysets.create());
        known.setProperty("nodes", String.join(" ", ASTERISKS));
        ASTERISKS.forEach(name -> {
            AsteriskPart asterisk = new AsteriskPart(database.port());
            asterisk.describe(name, known);
            asterisks.put(name, asterisk);
        });
        settings = saved(known);
        HOSTS.forEach(name -> hosts.put(name, new HostPart(name, settings, watcher)));
        hosts.values().forEach(HostPart::awaitReady);
        parts.putAll(asterisks);
        parts.putAll(hosts);
    }

    /** There are passwords and keys in it. */
    private static Path saved(Properties settings) {
        try {
            Path file = Files.createTempFile(
                    "cluster",
                    ".properties",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                settings.store(writer, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what a line says, and tells what came of it. */
    String run(String line) {
        String[] words = line.strip().split("\\s+");
        String part = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "create", "password" -> words.length == 3 ? byHost(line) : HELP;
            case "delete" -> words.length == 2 ? byHost(line) : HELP;
            case "await" -> byHost(line);
            case "register" -> words.length == 3 ? register(words[1], words[2]) : HELP;
            case "kill", "start", "pause", "resume" -> parts.containsKey(part) ? treat(words[0], part) : HELP;
            case "status" -> status();
            default -> HELP;
        };
    }

    private String byHost(String command) {
        return hosts.entrySet().stream()
                .filter(host -> host.getValue().isRunning() && !paused.contains(host.getKey()))
                .findFirst()
                .map(host -> host.getKey() + ": " + host.getValue().ask(command))
                .orElse("There is no host that runs");
    }

    private String register(String user, String password) {
        return asterisks.entrySet().stream()
                .map(node -> node.getKey() + ": " + node.getValue().register(user, password))
                .collect(Collectors.joining(", "));
    }

    private String treat(String what, String name) {
        Part part = part(name);
        boolean isPaused = paused.contains(name);
        switch (what) {
            case "start" -> {
                if (part.isRunning()) {
                    return name + " runs";
                }
                part.start();
            }
            case "resume" -> {
                if (!isPaused) {
                    return name + " does not stand still";
                }
                paused.remove(name);
                Signal.CONT.to(part.pid());
            }
            default -> {
                if (!part.isRunning() || isPaused) {
                    return name + " does not run";
                }
                if (what.equals("kill")) {
                    part.kill();
                } else {
                    paused.add(name);
                    Signal.STOP.to(part.pid());
                }
            }
        }
        return status();
    }

    private String status() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + state(part.getKey(), part.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String state(String name, Part part) {
        if (paused.contains(name)) {
            return "stands still";
        }
        return part.isRunning() ? "runs" : "is down";
    }

    private Part part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    @Override
    public void close() {
        List.copyOf(paused).forEach(name -> treat("resume", name));
        List<Part> all = new ArrayList<>(hosts.values());
        all.addAll(asterisks.values());
        all.add(part("postgres"));
        all.forEach(Part::close);
        try {
            Files.deleteIfExists(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
