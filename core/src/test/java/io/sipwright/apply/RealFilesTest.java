package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Condition.Status;
import io.sipwright.apply.Condition.Type;
import io.sipwright.render.Renderer;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.DriftPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Edits by hand and the last known good, with files on a disk. */
@Timeout(60)
class RealFilesTest {

    @TempDir
    Path directory;

    private final FakeAsterisk asterisk = new FakeAsterisk();

    private Sipwright sipwright(DriftPolicy policy) {
        Sipwright sipwright = Sipwright.builder()
                .target(ConfigFiles.builder(directory).onDrift(policy).build())
                .reloader(asterisk)
                .applying(Applying.BEFORE_RETURN)
                .build();
        sipwright.users().create(People.user("anna"));
        asterisk.forget();
        return sipwright;
    }

    private Path users() {
        return directory.resolve(Renderer.USERS_FILE);
    }

    private String text() throws IOException {
        return Files.readString(users());
    }

    private static Condition condition(Sipwright sipwright, Type type) {
        return sipwright.status().get(0).condition(type).orElseThrow();
    }

    @Test
    void an_edit_that_is_to_stay_is_reported_until_it_is_gone() throws IOException {
        try (Sipwright sipwright = sipwright(DriftPolicy.REFUSE)) {
            String ours = text();
            Files.writeString(users(), ours + "; by hand\n");

            Applied applied =
                    sipwright.users().create(People.user("bob")).applied().orElseThrow();

            assertThat(applied.isVerified()).isFalse();
            assertThat(applied.isInFiles()).isFalse();
            assertThat(condition(sipwright, Type.DRIFTED).status()).isEqualTo(Status.TRUE);
            assertThat(condition(sipwright, Type.WRITTEN).reason()).isEqualTo("Drifted");
            assertThat(condition(sipwright, Type.VERIFIED).status()).isEqualTo(Status.FALSE);
            assertThat(asterisk.reloads).isEmpty();
            assertThat(text()).endsWith("; by hand\n");

            Files.writeString(users(), ours);
            assertThat(sipwright.reconcile().isVerified()).isTrue();
            assertThat(condition(sipwright, Type.DRIFTED).status()).isEqualTo(Status.FALSE);
            assertThat(text()).contains("[bob]");
        }
    }

    @Test
    void an_edit_that_may_go_is_replaced_by_the_next_look_and_reloaded() throws IOException {
        try (Sipwright sipwright = sipwright(DriftPolicy.OVERWRITE)) {
            String ours = text();
            Files.writeString(users(), "; by hand\n");

            Applied applied = sipwright.reconcile();

            assertThat(applied.isVerified()).isTrue();
            assertThat(text()).isEqualTo(ours);
            assertThat(asterisk.reloads).hasSize(1);
            assertThat(asterisk.lastReload().changed())
                    .as("Asterisk may have read the edit")
                    .isEqualTo(asterisk.lastReload().wanted().keys());
            assertThat(directory.resolve("." + Renderer.USERS_FILE + ".edited")).hasContent("; by hand");
            sipwright.reconcile();
            assertThat(asterisk.reloads).hasSize(1);
        }
    }

    @Test
    void a_file_that_was_deleted_comes_back() throws IOException {
        try (Sipwright sipwright = sipwright(DriftPolicy.REFUSE)) {
            Files.delete(users());

            assertThat(sipwright.reconcile().isVerified()).isTrue();
            assertThat(text()).contains("[anna]");
            assertThat(asterisk.reloads).hasSize(1);
        }
    }

    @Test
    void objects_that_are_gone_come_back_with_the_last_known_good() throws IOException {
        try (Sipwright sipwright = sipwright(DriftPolicy.REFUSE)) {
            String good = text();
            asterisk.next(FakeAsterisk.missing("anna"));

            Applied applied =
                    sipwright.users().create(People.user("bob")).applied().orElseThrow();

            assertThat(applied.summary()).startsWith("Taken back");
            assertThat(text()).isEqualTo(good);
            assertThat(asterisk.reloads).hasSize(2);
            assertThat(condition(sipwright, Type.WRITTEN).reason()).isEqualTo("TakenBack");
            assertThat(condition(sipwright, Type.VERIFIED).status()).isEqualTo(Status.FALSE);
            assertThat(sipwright.status().get(0).writtenGeneration()).isEqualTo(1);
            sipwright.reconcile();
            assertThat(asterisk.reloads).as("not tried again by itself").hasSize(2);
            assertThat(sipwright.apply().isVerified())
                    .as("tried again on request")
                    .isTrue();
            assertThat(text()).contains("[bob]");
        }
    }

    @Test
    void a_file_that_was_edited_during_the_reload_is_not_taken_back() throws IOException {
        try (Sipwright sipwright = sipwright(DriftPolicy.REFUSE)) {
            asterisk.answer = request -> {
                try {
                    Files.writeString(users(), "; by hand\n");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                return FakeAsterisk.missing("anna");
            };

            Applied applied =
                    sipwright.users().create(People.user("bob")).applied().orElseThrow();

            assertThat(applied.summary()).contains("endpoint anna is not there").doesNotContain("Taken back");
            assertThat(text()).isEqualTo("; by hand\n");
        }
    }
}
