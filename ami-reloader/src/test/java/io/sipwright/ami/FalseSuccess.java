package io.sipwright.ami;

import io.sipwright.render.Renderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Ways in which Asterisk says that it has reloaded and runs something else. Each begins with alice, bob and carol running,
 * and a trunk that takes calls; each names at least one object that must be found to differ.
 */
enum FalseSuccess {
    E1_NEW_WITH_UNKNOWN_OPTION(
            "endpoint dave MISSING",
            d -> d.user("dave").tamperUsers = text -> inSection(text, "dave", "endpoint", "bogus=1")),
    E1B_CHANGED_TO_BAD_VALUE(
            "endpoint alice OTHER_VERSION",
            d -> d.user("alice", Deployment.SECRET, "Alice B.").tamperUsers =
                    text -> inSection(text, "alice", "endpoint", "dtmf_mode=x")),
    E2_DUPLICATE_AND_A_GOOD_NEW_ONE(
            "endpoint dave MISSING",
            d -> d.user("alice", Deployment.SECRET, "Alice B.").user("dave").tamperUsers =
                    text -> text + "\n[bob]\ntype=endpoint\n"),
    F1_BROKEN_HEADER_IN_THE_MIDDLE(
            "endpoint carol MISSING", d -> d.tamperUsers = text -> before(text, "[carol]", "[broken\n")),
    E3_BROKEN_HEADER_AT_THE_END(
            "endpoint dave MISSING",
            d -> d.user("dave").tamperUsers = text -> {
                int last = text.lastIndexOf("\n[");
                return text.substring(0, last) + "\n[broken" + text.substring(last);
            }),
    F12_CUT_HALF_WAY("endpoint carol MISSING", d -> d.tamperUsers = text -> text.substring(0, text.length() / 2)),
    E11_EMPTY("endpoint alice MISSING", d -> d.tamperUsers = text -> ""),
    E4_SEMICOLON("auth alice OTHER_VERSION", d -> password(d, "abc;def")),
    E4B_COMMENT("endpoint bob MISSING", d -> password(d, "abc;--def")),
    E4D_TRAILING_BLANKS("auth alice OTHER_VERSION", d -> password(d, "abc  ")),
    E4E_LEADING_ANGLE("auth alice OTHER_VERSION", d -> {
        password(d, ">abc");
        d.tamperUsers = text -> text.replace("password=PLACEHOLDER", "password=>abc");
    }),
    E5_NEW_LINE_WITH_AN_ENDPOINT(
            "auth alice OTHER_VERSION", d -> password(d, "abc\n[evil]\ntype=endpoint\ncontext=evil")),
    E5B_NEW_LINE_WITH_EXEC("auth alice OTHER_VERSION", d -> password(d, "abc\n#exec /bin/true")),
    E6_LINE_TOO_LONG("auth alice OTHER_VERSION", d -> password(d, "x".repeat(9000))),
    E7_NUL("auth alice OTHER_VERSION", d -> password(d, "abc\0def")),
    E8_CARRIAGE_RETURN("auth alice OTHER_VERSION", d -> {
        password(d, "abcdef");
        d.tamperUsers = text -> text.replace("PLACEHOLDER", "abc\rdef");
    }),
    F4_HOST_WITHOUT_ADDRESS(
            "identify other-identify MISSING",
            d -> d.inbound("other", "192.0.2.9").tamperTrunks =
                    text -> text.replace("192.0.2.9", "x".repeat(64) + ".invalid")),
    F4B_HOST_WITHOUT_ADDRESS_IN_A_CHANGE(
            "identify carrier-identify OTHER_VERSION",
            d -> d.inbound("carrier", "192.0.2.1", "192.0.2.9").tamperTrunks =
                    text -> text.replace("192.0.2.9", "x".repeat(64) + ".invalid")),
    F9_SAME_SIZE_AND_TIME("auth alice OTHER_VERSION", d -> {}),
    X1_FOREIGN_FILE_WITH_THE_SAME_NAME(
            "endpoint dave MISSING", d -> d.user("dave").asterisk.write("pjsip_more.conf", "[alice]\ntype=endpoint\n")),
    X2_REMOVED_BUT_IN_A_FOREIGN_FILE("endpoint carol NOT_REMOVED", d -> {
        d.users.remove("carol");
        d.asterisk.write("pjsip_more.conf", "[carol]\ntype=endpoint\n");
    }),
    X3_REMOVED_BUT_A_DUPLICATE_KEEPS_IT("aor carol NOT_REMOVED", d -> {
        d.users.remove("carol");
        d.tamperUsers = text -> text + "\n[bob]\ntype=aor\n";
    }),
    X4_MISSING_INCLUDE_IN_PJSIP_CONF(
            "auth alice OTHER_VERSION",
            d -> top(d.user("alice", "another-Secret-4711"), text -> text + "\n#include nothing.conf\n")),
    X5_SYNTAX_ERROR_IN_PJSIP_CONF(
            "auth alice OTHER_VERSION", d -> top(d.user("alice", "another-Secret-4711"), text -> text + "\n[broken\n")),
    X6_NOT_INCLUDED("endpoint alice MISSING", d -> top(d, text -> text.replace("#include pjsip_users.conf", "")));

    static final String MORE = "pjsip_more.conf";
    static final String TOP = "pjsip.conf";

    final String mustName;
    private final Consumer<Deployment> damage;

    FalseSuccess(String mustName, Consumer<Deployment> damage) {
        this.mustName = mustName;
        this.damage = damage;
    }

    /** Has it happen: after this, a reload is a success to Asterisk. */
    void prepare(Deployment deployment) {
        damage.accept(deployment);
        if (this == F9_SAME_SIZE_AND_TIME) {
            sameTime(deployment);
        }
    }

    private static void sameTime(Deployment deployment) {
        List<Path> files = Stream.of(Renderer.TRUNKS_FILE, Renderer.USERS_FILE, MORE)
                .map(deployment.asterisk.configDirectory()::resolve)
                .toList();
        try {
            // As long as a file of #tryinclude is missing, Asterisk reads all of them at each reload.
            deployment.asterisk.write(MORE, "");
            // In whole seconds: the JDK reads finer times than it can set.
            FileTime time = FileTime.from(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS));
            for (Path file : files) {
                Files.setLastModifiedTime(file, time);
            }
            deployment.reloader.reload(deployment.request());
            deployment.user("alice", "y" + Deployment.SECRET.substring(1));
            deployment.write();
            for (Path file : files) {
                Files.setLastModifiedTime(file, time);
            }
            deployment.skipWriting = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void top(Deployment deployment, UnaryOperator<String> change) {
        try {
            String text = Files.readString(deployment.asterisk.configDirectory().resolve(TOP), StandardCharsets.UTF_8);
            deployment.asterisk.write(TOP, change.apply(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A password that is written as it is, as by a program without a writer. */
    private static void password(Deployment deployment, String password) {
        deployment.user("alice", "PLACEHOLDER");
        deployment.meant = value -> value.replace("PLACEHOLDER", password);
        deployment.tamperUsers = text -> text.replace("PLACEHOLDER", password);
    }

    private static String inSection(String text, String name, String type, String line) {
        String head = "[" + name + "]\ntype=" + type + "\n";
        if (!text.contains(head)) {
            throw new IllegalStateException("No " + List.of(name, type));
        }
        return text.replace(head, head + line + "\n");
    }

    private static String before(String text, String mark, String line) {
        return text.replaceFirst(
                java.util.regex.Pattern.quote(mark), java.util.regex.Matcher.quoteReplacement(line + mark));
    }
}
