package io.sipwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The temporary directory that one server lives in: its configuration, its log, its databases. */
record ServerHome(Path directory) {

    static ServerHome create() {
        try {
            // A short name: the control socket's whole path has to fit into about 100 bytes.
            ServerHome home =
                    new ServerHome(Files.createTempDirectory("sipwright-").toRealPath());
            for (String name : new String[] {"etc", "run", "log", "lib", "lib/keys", "spool", "db"}) {
                Files.createDirectory(home.directory.resolve(name));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a directory for an Asterisk", e);
        }
    }

    Path etc() {
        return directory.resolve("etc");
    }

    Path main() {
        return etc().resolve("asterisk.conf");
    }

    Path controlSocket() {
        return directory.resolve("run").resolve("asterisk.ctl");
    }

    Path messages() {
        return directory.resolve("log").resolve("messages");
    }

    /** What the process itself prints, before it has a log. */
    Path console() {
        return directory.resolve("log").resolve("console");
    }

    Path certificate() {
        return directory.resolve("lib").resolve("server.crt");
    }

    Path privateKey() {
        return directory.resolve("lib").resolve("server.key");
    }

    /** Replaces a file of the configuration as a whole: the server sees the old or the new one, never a half. */
    void write(String name, String content) {
        Path target = etc().resolve(name).normalize();
        if (!target.startsWith(etc()) || target.equals(etc())) {
            throw new IllegalArgumentException("Not a file of the configuration directory: " + name);
        }
        write(target, content);
    }

    void write(Path target, String content) {
        try {
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Path fresh = Files.createTempFile(directory, "write-", ".tmp");
            Files.write(fresh, content.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }
}
