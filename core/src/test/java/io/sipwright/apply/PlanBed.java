package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.DriftPolicy;
import io.sipwright.target.Target;
import io.sipwright.trunk.TrunkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A Sipwright on real files, which applies when it is asked to. */
abstract class PlanBed {

    static final String USERS = "pjsip_users.conf";

    @TempDir
    Path directory;

    final InMemoryStore store = new InMemoryStore();
    final FakeAsterisk asterisk = new FakeAsterisk();

    Sipwright sipwright(UnaryOperator<SipwrightBuilder> more) {
        return more.apply(Sipwright.builder()
                        .store(store)
                        .reloader(asterisk)
                        .target(files(DriftPolicy.OVERWRITE))
                        .applying(Applying.ON_REQUEST))
                .build();
    }

    Sipwright sipwright() {
        return sipwright(builder -> builder);
    }

    Target files(DriftPolicy policy) {
        return ConfigFiles.builder(directory).onDrift(policy).build();
    }

    Map<String, String> onDisk() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    static TrunkSpec trunk(String password) {
        return TrunkSpec.builder("carrier", "custom_credential")
                .server("192.0.2.1")
                .username("account")
                .password(password)
                .build();
    }

    static Plan only(Sipwright sipwright) {
        assertThat(sipwright.plan()).hasSize(1);
        return sipwright.plan().get(0);
    }
}
