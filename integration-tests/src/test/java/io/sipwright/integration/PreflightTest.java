package io.sipwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Condition.Status;
import io.sipwright.apply.Condition.Type;
import io.sipwright.render.Renderer;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Timeout;

/** A file that Asterisk reads as something else is noticed before it is shown, and all goes on as it was. */
@Timeout(120)
class PreflightTest {

    /** No round comes by itself before the test has looked. */
    private static final ApplySettings SETTINGS = ApplySettings.standard()
            .withReconcileInterval(Duration.ofMinutes(10))
            .withRetries(Duration.ofMinutes(5), Duration.ofMinutes(5));

    /** What happens to the staged file, and how it is named. */
    private static Map<String, UnaryOperator<String>> mistakes() {
        Map<String, UnaryOperator<String>> mistakes = new LinkedHashMap<>();
        mistakes.put("auth alice has other content", text -> text.replaceFirst("\npassword=[^\n]*", ""));
        mistakes.put("aor alice is missing", text -> text.replaceFirst("(?s)\\[alice]\ntype=aor\n.*?\n(?=[\\[;])", ""));
        mistakes.put("endpoint bob is missing", text -> text.substring(0, text.lastIndexOf("[bob]")));
        mistakes.put("invalid format", text -> text.replaceFirst("\\[bob]", "[bob"));
        mistakes.put("auth alice is missing", text -> "");
        mistakes.put("and 1 more", text -> ";--\n" + text);
        mistakes.put("endpoint alice is there twice", text -> text + "[alice]\ntype=endpoint\n");
        mistakes.put("endpoint evil was not rendered", text -> text + "[evil]\ntype=endpoint\n");
        mistakes.put("auth bob has other content", text -> longPassword(text, "[bob]"));
        return mistakes;
    }

    private static String longPassword(String text, String from) {
        int start = text.indexOf(from);
        return text.substring(0, start)
                + text.substring(start).replaceFirst("\npassword=[^\n]*", "\npassword=" + "x".repeat(9000));
    }

    private static Host host(AsteriskServer asterisk, MistakenTarget target, AmiReloader reloader) {
        return new Host(asterisk, Databases.h2(), SETTINGS, files -> target, builder -> builder.reloader(reloader));
    }

    private static AmiReloader reloader(AsteriskServer asterisk, String user, String secret) {
        return AmiReloader.builder(asterisk.host(), asterisk.amiPort(), user, Secret.of(secret))
                .preflight(true)
                .build();
    }

    private static AmiReloader reloader(AsteriskServer asterisk) {
        return reloader(asterisk, asterisk.amiUser(), asterisk.amiSecret());
    }

    private static MistakenTarget target(AsteriskServer asterisk) {
        return new MistakenTarget(Host.files(asterisk.configDirectory()));
    }

    private static String users(AsteriskServer asterisk) throws IOException {
        return Files.readString(asterisk.configDirectory().resolve(Renderer.USERS_FILE), StandardCharsets.UTF_8);
    }

    private static Applied create(Sipwright sipwright, String name) throws Exception {
        return sipwright.users().create(Host.user(name)).awaitApplied(Host.LIMIT);
    }

    @AsteriskTest
    void nothingIsShownAndNothingReloaded(AsteriskServer asterisk) throws Exception {
        MistakenTarget target = target(asterisk);
        try (Host host = host(asterisk, target, reloader(asterisk))) {
            assertThat(create(host.sipwright, "alice").isVerified())
                    .as(() -> host.status().toString())
                    .isTrue();
            for (Map.Entry<String, UnaryOperator<String>> mistake : mistakes().entrySet()) {
                String before = users(asterisk);
                int reloads = host.rounds.outcomes.size();
                target.err(mistake.getValue());

                Applied applied = create(host.sipwright, "bob");

                System.out.printf("%d | %s%n", asterisk.major(), host.condition(Type.RENDERED));
                assertThat(applied.isInFiles()).as(applied.summary()).isFalse();
                for (Type type : new Type[] {Type.RENDERED, Type.WRITTEN, Type.VERIFIED}) {
                    assertThat(host.condition(type).status()).as(type.name()).isEqualTo(Status.FALSE);
                    assertThat(host.condition(type).reason()).isEqualTo("PreflightFailed");
                    assertThat(host.condition(type).message()).contains(mistake.getKey());
                }
                assertThat(users(asterisk)).isEqualTo(before);
                assertThat(host.rounds.outcomes).hasSize(reloads);
                assertThat(host.register("alice", Host.SECRET)).isEqualTo(200);

                assertThat(host.sipwright.apply().isVerified())
                        .as(() -> "without the mistake: " + host.status())
                        .isTrue();
                assertThat(host.register("bob", Host.SECRET)).isEqualTo(200);
                assertThat(host.sipwright
                                .users()
                                .delete("bob")
                                .awaitApplied(Host.LIMIT)
                                .isVerified())
                        .isTrue();
            }
        }
    }

    @AsteriskTest
    void whereTheAccountMayNotTheRoundGoesOnAsUsual(AsteriskServer asterisk) throws Exception {
        asterisk.write("manager_users.conf", "[limited]\nsecret=limited-Secret-4711\nread=system\nwrite=reporting\n");
        asterisk.cli("manager reload");
        try (Host host = host(asterisk, target(asterisk), reloader(asterisk, "limited", "limited-Secret-4711"))) {
            create(host.sipwright, "alice");

            assertThat(host.condition(Type.WRITTEN).status()).isEqualTo(Status.TRUE);
            assertThat(host.condition(Type.RELOADED).reason()).isEqualTo("NotPermitted");
            assertThat(users(asterisk)).contains("[alice]");
        }
    }

    @AsteriskTest
    void whereNothingAnswersTheRoundGoesOnAsUsual(AsteriskServer asterisk) throws Exception {
        try (AsteriskProcess process = new AsteriskProcess(asterisk);
                Host host = host(asterisk, target(asterisk), reloader(asterisk))) {
            process.signal("KILL");
            process.awaitEnd();
            host.sipwright.users().create(Host.user("alice"));
            assertThat(Waiting.until(Host.LIMIT, () -> isWrittenAndNotReloaded(host)))
                    .as(() -> host.status().toString())
                    .isTrue();
            assertThat(users(asterisk)).contains("[alice]");
        }
    }

    private static boolean isWrittenAndNotReloaded(Host host) {
        return host.status().writtenGeneration() == 1
                && host.condition(Type.WRITTEN).status() == Status.TRUE
                && host.condition(Type.RELOADED).reason().matches("NotConnected|Closed");
    }
}
