package io.sipwright.testkit.asterisk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes configuration files as people and other programs write them: every style the grammar allows, and its edges.
 * Most have a meaning; some have an error.
 */
final class RawConfig {

    /** The longest line that Asterisk reads. */
    private static final int LONGEST_LINE = 8190;

    private final Dice dice;
    private final String name;
    private final boolean endpoints; // only what gives loadable endpoints with options @...
    private final Map<String, String> siblings = new LinkedHashMap<>();
    private final List<String> bases = new ArrayList<>(); // names that a header may refer to
    private final List<String> sections = new ArrayList<>(); // those of them that are no templates

    private RawConfig(Dice dice, String name, boolean endpoints) {
        this.dice = dice;
        this.name = name;
        this.endpoints = endpoints;
    }

    /** A file of any content. */
    static ConfigFile any(Dice dice, String name) {
        return new RawConfig(dice, name, false).file();
    }

    /** A file whose sections are endpoints with options {@code @a} to {@code @d}, or templates for them. */
    static ConfigFile endpoints(Dice dice, String name) {
        return new RawConfig(dice, name, true).file();
    }

    private ConfigFile file() {
        String text = content(3 + dice.below(14), 0);
        return new ConfigFile(name + ".conf", text, Map.copyOf(siblings));
    }

    private String content(int pieces, int depth) {
        List<String> lines = new ArrayList<>();
        if (depth == 0 && !dice.percent(2)) {
            preamble(lines);
            header(lines);
        }
        for (int i = 0; i < pieces; i++) {
            piece(lines, depth);
        }
        if (!endpoints && dice.percent(depth == 0 ? 10 : 5)) {
            lines.add(dice.below(lines.size() + 1), error());
        }
        return join(lines);
    }

    private String join(List<String> lines) {
        String end = dice.percent(15) ? "\r\n" : "\n";
        boolean mixed = dice.percent(5);
        StringBuilder text = new StringBuilder(dice.percent(4) ? "\uFEFF" : "");
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i));
            if (i < lines.size() - 1 || !dice.percent(20)) {
                text.append(mixed ? dice.oneOf("\n", "\r\n") : end);
            }
        }
        return text.toString();
    }

    private void preamble(List<String> lines) {
        int count = dice.below(3);
        for (int i = 0; i < count; i++) {
            comment(lines);
        }
    }

    private void piece(List<String> lines, int depth) {
        int kind = dice.below(100);
        if (kind < 20) {
            header(lines);
        } else if (kind < 66) {
            lines.add(option());
        } else if (kind < 76) {
            comment(lines);
        } else if (kind < 82) {
            block(lines);
        } else if (kind < 88) {
            include(lines, depth);
        } else if (kind < 92) {
            lines.add(dice.oneOf("", " ", "\t", " \t ", ";"));
        } else {
            lines.add(junk());
        }
    }

    private void comment(List<String> lines) {
        lines.add(indent()
                + dice.oneOf(
                        "; plain",
                        ";",
                        ";;; [no](section)",
                        ";---- rule ----",
                        ";-x",
                        "; --; no end",
                        ";=x",
                        "; #include nothing.conf",
                        "; é 😀",
                        ";\\; still",
                        "; a ;-- b"));
    }

    private void block(List<String> lines) {
        switch (dice.below(6)) {
            case 0 -> lines.addAll(List.of(";-- one line --;"));
            case 1 -> lines.addAll(List.of(";--", "[gone]", "x=y ; z", "--;"));
            case 2 -> lines.addAll(List.of(";-- a ;-- b", "still --; here", "x=1", "--;" + option()));
            case 3 -> lines.addAll(List.of("a" + operator() + "b;-- c", "#include gone.conf", "--;", option()));
            case 4 -> lines.addAll(List.of(";--;", ";-- -- ;---", "", " \\; --;", ""));
            default -> lines.addAll(List.of(indent() + ";-- x --;" + option()));
        }
    }

    private void header(List<String> lines) {
        String section = endpoints ? endpointName() : sectionName();
        boolean usual = section.matches("[A-Za-z0-9_-]+");
        String after = "";
        boolean inherits = false;
        if (usual && dice.percent(endpoints ? 60 : 45)) {
            List<String> modifiers = new ArrayList<>();
            if (!bases.isEmpty() && dice.percent(70)) {
                modifiers.add(dice.anyCase(dice.oneOf(bases)));
                inherits = true;
                if (dice.percent(35)) {
                    modifiers.add(dice.oneOf(bases));
                }
            }
            if (dice.percent(35)) {
                modifiers.add(dice.below(modifiers.size() + 1), "!");
            } else if (!sections.isEmpty() && dice.percent(40)) {
                section = dice.anyCase(dice.oneOf(sections));
                // A section that inherits from itself, [a](+,a), would never end: Asterisk copies what it has just
                // copied.
                boolean itself = modifiers.stream().anyMatch(section::equalsIgnoreCase);
                String append = dice.oneOf("+", "+", endpoints ? "+" : "+type=x");
                modifiers.add(itself ? modifiers.size() : dice.below(modifiers.size() + 1), append);
                inherits = true;
            }
            after = "(" + String.join(",", modifiers) + ")";
            after = after.equals("()") ? "" : after;
        }
        if (usual) {
            bases.add(section);
            if (!after.contains("!")) {
                sections.add(section);
            }
        }
        lines.add(indent() + "[" + section + "]" + after + afterBracket(after));
        if (endpoints && !inherits) {
            lines.add("type" + dice.oneOf("=", " = ", "=>", " => ", "\t=\t") + "endpoint" + trailing());
        } else if (!endpoints && dice.percent(30)) {
            lines.add("type=x");
        }
    }

    private String endpointName() {
        return name + "x" + bases.size();
    }

    private String sectionName() {
        if (dice.percent(80)) {
            return dice.oneOf("a", "A", "b", "t", "T", "alice", "Bob", "x-1", "x_2");
        }
        return dice.oneOf(
                " lead",
                "trail ",
                "two words",
                "é ü",
                "😀",
                "#h",
                "=x=",
                "q\"q",
                "a\\;b",
                "tab\tin",
                "(p)",
                "a,b",
                "\\",
                "[[",
                "",
                "n".repeat(79),
                "n".repeat(80),
                "m".repeat(120));
    }

    private String afterBracket(String modifiers) {
        if (dice.percent(80)) {
            return trailing();
        }
        return modifiers.isEmpty()
                ? dice.oneOf(" junk", "junk]", " (a)", "]", "=x", " [b]")
                : dice.oneOf("x", "(b)", " [b]");
    }

    private String option() {
        if (!endpoints && dice.percent(2)) {
            return longLine();
        }
        return indent() + optionName() + operator() + value() + trailing();
    }

    private String optionName() {
        if (endpoints) {
            return dice.oneOf("@a", "@b", "@c-3", "@d_");
        }
        if (dice.percent(85)) {
            return dice.oneOf("type", "Type", "TYPE", "allow", "disallow", "context", "@rev", "set_var", "x");
        }
        return dice.oneOf(
                "a b", "x\\y", "\"q\"", "\\x", "\\#include", "\\[x", "é", "x+", "-", "+", "x\\;y", "]", "(!)");
    }

    private String operator() {
        return dice.oneOf(
                "=", "=", " = ", " = ", "=>", " => ", "+=", " += ", "= >", "==", "=\t", "\t=", "= =>", " +=>");
    }

    private String value() {
        if (dice.percent(50)) {
            return dice.oneOf("x", "y", "X", "", "ulaw,alaw", "\"Bob\" <100>", "from-internal", "x y", "x");
        }
        StringBuilder value = new StringBuilder();
        int count = 1 + dice.below(5);
        for (int i = 0; i < count; i++) {
            value.append(dice.percent(4) ? wild() : tame());
        }
        return value.toString();
    }

    private String tame() {
        return dice.oneOf(
                "\\;",
                "\\;",
                "\\\\;",
                "\\",
                "--",
                "-",
                "#",
                "[",
                "]",
                "=",
                "=>",
                ">",
                "(!)",
                ",",
                "\"",
                "'",
                "${x}",
                "%",
                "word",
                "é",
                "😀",
                "\u3000",
                "\u0085",
                " ",
                "  ",
                "\t",
                ";-- c --;",
                "sip:a@b\\;line");
    }

    /** What loses the rest of the line, or of the file. */
    private String wild() {
        return dice.oneOf(";", ";", ";--", "--;", ";---", endpoints ? ";" : "\r", endpoints ? ";" : "\0", "\u0001");
    }

    private String trailing() {
        return dice.percent(70)
                ? ""
                : dice.oneOf(" ", "\t", "  ; comment", ";c", " ; a ;-- b", ";-- in --;", " ;--- x");
    }

    private String indent() {
        return dice.percent(75) ? "" : dice.oneOf(" ", "    ", "\t", "\u000b");
    }

    /** At the longest that is read, a little under and over; a NUL there brings its own rules. */
    private String longLine() {
        int bytes = LONGEST_LINE - 2 + dice.below(5);
        String start = "long=";
        String end = dice.oneOf("", "\\;", ";c", "é");
        int room = bytes - start.length() - end.getBytes(StandardCharsets.UTF_8).length;
        if (dice.percent(15)) {
            return start + "n\0".repeat(room / 2) + end;
        }
        return dice.percent(20) ? start + "é".repeat(room) + end : start + "x".repeat(room) + end;
    }

    private String junk() {
        if (endpoints) {
            return dice.oneOf("no equals sign", "#unknown", "# include x", "#exec /bin/false", "= no name", "=");
        }
        return dice.oneOf(
                "no equals sign",
                "]",
                "(+)",
                "#unknown thing",
                "#",
                "# include x.conf",
                "#include",
                "#tryinclude   ",
                "#exec /bin/false",
                "#EXEC",
                "= no name",
                " =",
                "+=x",
                "+ = x",
                "=>");
    }

    /** A line that Asterisk refuses, or that loses what follows. */
    private String error() {
        return dice.oneOf(
                "[open",
                "[a](open",
                "[a](nobody)",
                "[nobody](+)",
                "[a](a, b)",
                "[a](+type=nothing)",
                "#include " + name + "_missing.conf",
                "#include " + name + "_missing*.conf",
                "#include \"\"",
                "\\",
                "\\ x=y",
                "\\é=y",
                "[a;b]",
                "x=a;--b",
                ";--",
                "--;",
                "x=a--;b");
    }

    private void include(List<String> lines, int depth) {
        if (depth >= 3 || siblings.size() >= 6) {
            lines.add("#tryinclude " + name + "_missing.conf");
            return;
        }
        String stem = name + "_s" + siblings.size();
        siblings.put(stem + ".conf", ""); // taken
        siblings.put(stem + ".conf", content(dice.below(4), depth + 1));
        if (dice.percent(20)) {
            siblings.put(stem + "2.conf", content(1 + dice.below(3), depth + 1));
            siblings.put("." + stem + "3.conf", "[hidden]\n");
            siblings.put(stem + ".conf~", "[backup]\n");
        }
        String several = dice.oneOf(stem + "*.conf", stem + "?.conf", stem + "{2,}.conf", stem + "[2-3].conf");
        boolean glob = siblings.containsKey(stem + "2.conf");
        String target = glob && dice.percent(80) ? several : stem + ".conf";
        String quoted = dice.oneOf(target, target, "\"" + target + "\"", "<" + target + ">");
        lines.add(dice.anyCase(dice.oneOf("#include", "#tryinclude"))
                + dice.oneOf(" ", "  ", "\t")
                + quoted
                + dice.oneOf("", "", " ", " ; comment", ";c"));
    }
}
