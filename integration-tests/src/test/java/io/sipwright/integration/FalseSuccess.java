package io.sipwright.integration;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways in which Asterisk says that it has reloaded and runs something else, brought about by edits between our writing and
 * the reload. Each begins with alice, bob and carol running, and a trunk that takes calls; each names at least one object that
 * must be found to differ.
 */
enum FalseSuccess {
    E1_NEW_WITH_UNKNOWN_OPTION("endpoint dave MISSING", s -> {
        s.create("dave");
        s.users = text -> inSection(text, "dave", "endpoint", "bogus=1");
    }),
    E1B_CHANGED_TO_BAD_VALUE(
            "endpoint alice OTHER_VERSION", s -> s.users = text -> inSection(text, "alice", "endpoint", "dtmf_mode=x")),
    E2_DUPLICATE_AND_A_GOOD_NEW_ONE("endpoint dave MISSING", s -> {
        s.create("dave");
        s.users = text -> text + "\n[bob]\ntype=endpoint\n";
    }),
    F1_BROKEN_HEADER_IN_THE_MIDDLE(
            "endpoint carol MISSING", s -> s.users = text -> before(text, "[carol]", "[broken\n")),
    E3_BROKEN_HEADER_AT_THE_END("endpoint dave MISSING", s -> {
        s.create("dave");
        s.users = text -> {
            int last = text.lastIndexOf("\n[");
            return text.substring(0, last) + "\n[broken" + text.substring(last);
        };
    }),
    F12_CUT_HALF_WAY("endpoint carol MISSING", s -> s.users = text -> text.substring(0, text.length() / 2)),
    E11_EMPTY("endpoint alice MISSING", s -> s.users = text -> ""),
    E4_SEMICOLON("auth alice OTHER_VERSION", s -> password(s, "=abc;def")),
    E4B_COMMENT("endpoint bob MISSING", s -> password(s, "=abc;--def")),
    E4D_TRAILING_BLANKS("auth alice OTHER_VERSION", s -> password(s, "=abc  ")),
    E4E_LEADING_ANGLE("auth alice OTHER_VERSION", s -> password(s, "=>abc")),
    E5_NEW_LINE_WITH_AN_ENDPOINT(
            "auth alice OTHER_VERSION", s -> password(s, "=abc\n[evil]\ntype=endpoint\ncontext=evil")),
    E5B_NEW_LINE_WITH_EXEC("auth alice OTHER_VERSION", s -> password(s, "=abc\n#exec /bin/true")),
    E6_LINE_TOO_LONG("auth alice OTHER_VERSION", s -> password(s, "=" + "x".repeat(9000))),
    E7_NUL("auth alice OTHER_VERSION", s -> password(s, "=abc\0def")),
    E8_CARRIAGE_RETURN("auth alice OTHER_VERSION", s -> password(s, "=abc\rdef")),
    F4_HOST_WITHOUT_ADDRESS("identify other-identify MISSING", s -> {
        s.change = sipwright -> sipwright.trunks().create(Host.inbound("other", "192.0.2.9"));
        s.trunks = text -> text.replace("192.0.2.9", "x".repeat(64) + ".invalid");
    }),
    F9_SAME_SIZE_AND_TIME("auth alice OTHER_VERSION", s -> {
        s.password("y" + Host.SECRET.substring(1));
        s.freezeTime();
    }),
    X1_FOREIGN_FILE_WITH_THE_SAME_NAME("endpoint dave MISSING", s -> {
        s.create("dave");
        s.more("[alice]\ntype=endpoint\n");
    }),
    X2_REMOVED_BUT_IN_A_FOREIGN_FILE("endpoint carol NOT_REMOVED", s -> {
        s.delete("carol");
        s.more("[carol]\ntype=endpoint\n");
    }),
    X3_REMOVED_BUT_A_DUPLICATE_KEEPS_IT("aor carol NOT_REMOVED", s -> {
        s.delete("carol");
        s.users = text -> text + "\n[bob]\ntype=aor\n";
    }),
    X4_MISSING_INCLUDE_IN_PJSIP_CONF("auth alice OTHER_VERSION", s -> {
        s.password(Host.OTHER_SECRET);
        s.top(text -> text + "\n#include nothing.conf\n");
    }),
    X5_SYNTAX_ERROR_IN_PJSIP_CONF("auth alice OTHER_VERSION", s -> {
        s.password(Host.OTHER_SECRET);
        s.top(text -> text + "\n[broken\n");
    }),
    X6_NOT_INCLUDED("endpoint alice MISSING", s -> s.top(text -> text.replace("#include pjsip_users.conf", "")));

    final String mustName;
    final Consumer<Sabotage> deed;

    FalseSuccess(String mustName, Consumer<Sabotage> deed) {
        this.mustName = mustName;
        this.deed = deed;
    }

    /** A password that reaches the file as by a program without a writer. */
    private static void password(Sabotage sabotage, String assignment) {
        sabotage.password("Placeholder-4711");
        sabotage.users = text -> replaced(text, "=Placeholder-4711", assignment);
    }

    private static String inSection(String text, String name, String type, String line) {
        String head = "[" + name + "]\ntype=" + type + "\n";
        return replaced(text, head, head + line + "\n");
    }

    private static String replaced(String text, String mark, String by) {
        if (!text.contains(mark)) {
            throw new IllegalStateException("No " + List.of(mark));
        }
        return text.replace(mark, by);
    }

    private static String before(String text, String mark, String line) {
        return text.replaceFirst(Pattern.quote(mark), Matcher.quoteReplacement(line + mark));
    }
}
