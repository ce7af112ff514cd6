package io.sipwright.facade;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.apply.Applying;
import io.sipwright.render.Renderer;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.ConfigFiles;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A Sipwright with a store and a directory that can be looked into. */
final class Workbench {

    final Path directory;
    final InMemoryStore store = new InMemoryStore();
    final Sipwright sipwright;

    Workbench(Path directory) {
        this(directory, UnaryOperator.identity());
    }

    Workbench(Path directory, UnaryOperator<SipwrightBuilder> settings) {
        this.directory = directory;
        this.sipwright = settings.apply(Sipwright.builder()
                        .store(store)
                        .stamps(Samples.STAMPS)
                        .applying(Applying.BEFORE_RETURN)
                        .target(ConfigFiles.in(directory)))
                .build();
    }

    String trunksFile() {
        return text(Renderer.TRUNKS_FILE);
    }

    String usersFile() {
        return text(Renderer.USERS_FILE);
    }

    long generation() {
        return store.read(StoreView::generation);
    }

    /** All that a refused request must leave as it is. */
    Snapshot snapshot() {
        try (Stream<Path> list = Files.list(directory)) {
            TreeMap<String, String> files = new TreeMap<>();
            for (Path file : list.toList()) {
                FileTime modified = Files.getLastModifiedTime(file);
                files.put(file.getFileName().toString(), modified + "\n" + Files.readString(file));
            }
            return new Snapshot(
                    generation(), sipwright.trunks().list(), sipwright.users().list(), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Snapshot(long generation, List<Trunk> trunks, List<SipUser> users, TreeMap<String, String> files) {}
}
