package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.apply.Condition.Status;
import io.sipwright.apply.Condition.Type;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.target.ConfigFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Staged files that Asterisk reads before they are shown. */
@Timeout(60)
class PreflightTest {

    @TempDir
    Path directory;

    private final FakeAsterisk asterisk = new FakeAsterisk();

    private Sipwright sipwright(UnaryOperator<SipwrightBuilder> more) {
        asterisk.eye = UnaryOperator.identity();
        Sipwright sipwright = more.apply(Sipwright.builder()
                        .target(ConfigFiles.in(directory))
                        .reloader(asterisk)
                        .applying(Applying.BEFORE_RETURN))
                .build();
        assertThat(create(sipwright, "anna").isVerified()).isTrue();
        asterisk.forget();
        asterisk.readings.clear();
        return sipwright;
    }

    private static Applied create(Sipwright sipwright, String name) {
        return sipwright.users().create(People.user(name)).applied().orElseThrow();
    }

    private static Condition condition(Sipwright sipwright, Type type) {
        return sipwright.status().get(0).condition(type).orElseThrow();
    }

    private String users() throws IOException {
        return Files.readString(directory.resolve(Renderer.USERS_FILE));
    }

    private List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(".tmp-"))
                    .toList();
        }
    }

    static Stream<Arguments> misreadings() {
        return Stream.of(
                misreading("endpoint bob is missing", text -> without(text, "endpoint", "bob")),
                misreading("aor anna is missing", text -> without(text, "aor", "anna")),
                misreading(
                        "auth bob has other content",
                        text -> text.replaceFirst("(?s)(bob.*?)password *=[^\n]*\n", "$1")),
                misreading("auth anna has other content", text -> text.replaceFirst("Vk7#qLw2", "Vk7")),
                misreading("endpoint bob is there twice", text -> text + "[bob]\ntype=endpoint\n"),
                misreading("endpoint evil was not rendered", text -> text + "[evil]\ntype=endpoint\n"),
                misreading("section evil was not rendered", text -> text + "[evil]\n"),
                misreading("a section was not rendered", text -> text + "[e\u0001vil]\ntype=endpoint\n"),
                misreading("; and 1 more", text -> ""),
                misreading("no such syntax", text -> text.replaceFirst("\\[bob\\]", "[bob")));
    }

    private static Arguments misreading(String named, UnaryOperator<String> eye) {
        return Arguments.of(named, eye);
    }

    private static String without(String text, String type, String name) {
        return text.replaceFirst("(?s)\\[" + name + "\\]\ntype *= *" + type + "\n.*?(?=\n[\\[;]|\\z)", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misreadings")
    void what_asterisk_reads_as_something_else_is_not_shown(String named, UnaryOperator<String> eye)
            throws IOException {
        for (Stamps stamps : List.of(Stamps.keyed(new byte[16]), Stamps.off())) {
            try (Sipwright sipwright = sipwright(builder -> builder.stamps(stamps))) {
                String before = users();
                asterisk.eye = eye;

                Applied applied = create(sipwright, "bob");

                assertThat(applied.isInFiles()).isFalse();
                assertThat(applied.summary()).contains(named).doesNotContain("Vk7");
                assertThat(users()).isEqualTo(before);
                assertThat(temporaryFiles()).isEmpty();
                assertThat(asterisk.reloads).isEmpty();
                for (Type type : List.of(Type.RENDERED, Type.WRITTEN, Type.VERIFIED)) {
                    assertThat(condition(sipwright, type).status())
                            .as(type.name())
                            .isEqualTo(Status.FALSE);
                    assertThat(condition(sipwright, type).reason()).isEqualTo("PreflightFailed");
                }
                assertThat(condition(sipwright, Type.RELOADED).status()).isEqualTo(Status.UNKNOWN);

                asterisk.eye = UnaryOperator.identity();
                assertThat(sipwright.reconcile().isVerified())
                        .as("the next round")
                        .isTrue();
                assertThat(users()).contains("[bob]");
                sipwright.users().delete("bob");
                sipwright.users().delete("anna");
            }
        }
    }

    @Test
    void a_stamp_that_was_lost_is_a_difference() throws IOException {
        try (Sipwright sipwright = sipwright(UnaryOperator.identity())) {
            asterisk.eye = text -> text.replaceAll("@rev *=[^\n]*\n", "");

            assertThat(create(sipwright, "bob").summary()).contains("anna has other content");
            assertThat(users()).doesNotContain("[bob]");
        }
    }

    @Test
    void only_files_that_change_are_read() {
        try (Sipwright sipwright = sipwright(UnaryOperator.identity())) {
            assertThat(create(sipwright, "bob").isVerified()).isTrue();
            assertThat(asterisk.readings).hasSize(1);
            assertThat(asterisk.readings.get(0).isAbsolute()).isTrue();
            assertThat(asterisk.readings.get(0).toString()).contains(Renderer.USERS_FILE + ".tmp-");

            sipwright.reconcile();
            sipwright.apply();
            assertThat(asterisk.readings).hasSize(1);
        }
    }

    @Test
    void an_asterisk_that_cannot_be_asked_changes_nothing() throws IOException {
        try (Sipwright sipwright = sipwright(UnaryOperator.identity())) {
            asterisk.eye = null;

            assertThat(create(sipwright, "bob").isVerified()).isTrue();
            assertThat(users()).contains("[bob]");
            assertThat(asterisk.readings).hasSize(1);
        }
    }

    @Test
    void an_asterisk_that_is_down_is_not_asked_with_each_change() {
        RoundBench bench = new RoundBench();
        bench.target.staged = directory.resolve("staged.conf");
        bench.asterisk.always(FakeAsterisk.UNREACHABLE);
        bench.user("anna").change();
        assertThat(bench.asterisk.readings).hasSize(1);

        bench.user("bob").round(Reason.CHANGE_WHILE_DOWN);
        assertThat(bench.asterisk.readings).hasSize(1);

        bench.user("carol").round(Reason.RETRY);
        assertThat(bench.asterisk.readings).hasSize(2);
    }

    @Test
    void no_one_waits_for_what_was_refused() {
        try (Sipwright sipwright = sipwright(UnaryOperator.identity())) {
            asterisk.eye = text -> "";
            create(sipwright, "bob");
            NodeStatus status = sipwright.status().get(0);

            assertThat(Objects.requireNonNull(status.lastRound()).preflightFailed())
                    .isTrue();
            assertThat(status.isRefused(2)).isTrue();
            assertThat(status.writtenGeneration()).isEqualTo(1);
            assertThat(status.verifiedGeneration()).isEqualTo(1);
        }
    }
}
