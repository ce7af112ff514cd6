package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Documents and texts made of everything that means something to the grammar. */
final class PjsipArbitraries {

    private static final String[] TOKENS = {
        ";",
        ";",
        "\\",
        "--",
        "-",
        ";--",
        "--;",
        ";---",
        "---;",
        "\\;",
        "\\\\;",
        "\"",
        "'",
        "#",
        "#include ",
        "#exec ",
        "=",
        "=>",
        "+=",
        "> ",
        ">",
        "[",
        "(!)",
        "(+)",
        "(",
        ")",
        ",",
        "!",
        "a",
        "b9",
        "type=endpoint",
        " ",
        "  ",
        "$",
        "${x}",
        "é",
        "\u3000",
        "\u0085",
        "\uFEFF",
        "😀"
    };

    private PjsipArbitraries() {}

    /** Hostile text without control characters; may hold outer blanks. */
    private static Arbitrary<String> soup(int tokens) {
        Arbitrary<String> token = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(TOKENS)), Tuple.of(1, Arbitraries.of("]", "](", "]b")));
        return token.list()
                .ofMaxSize(tokens)
                .map(parts -> String.join("", parts))
                .withoutEdgeCases();
    }

    static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                        soup(8),
                        soup(2),
                        Arbitraries.strings().ofMaxLength(12).map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "")))
                .map(PjsipArbitraries::withoutOuterBlanks);
    }

    static Arbitrary<String> commentTexts() {
        Arbitrary<String> markers = Arbitraries.of(
                "=== TRUNK: x ===",
                "=== END TRUNK: x ===",
                "=== USER: a;b ===",
                "-- x --;",
                "x --;",
                ";-- x --;",
                "--",
                "");
        return Arbitraries.frequencyOf(Tuple.of(3, values()), Tuple.of(1, markers));
    }

    static Arbitrary<String> sectionNames() {
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of("alice", "bob", "t", "T")), Tuple.of(3, soup(6)))
                .map(name -> withoutOuterBlanks(name.replace("]", "")))
                .map(name -> name.isEmpty() || PjsipText.utf8Bytes(name) > PjsipText.MAX_NAME_BYTES ? "x" : name);
    }

    static Arbitrary<String> optionNames() {
        return Arbitraries.of(
                "type", "allow", "TYPE", "a", "@rev", "100rel", "A-b_9", "-", "--", "---", "_", "set_var");
    }

    static Arbitrary<Option> options() {
        return Combinators.combine(optionNames(), values()).as(Option::new);
    }

    static Arbitrary<Comment> comments() {
        return commentTexts().map(Comment::new);
    }

    static Arbitrary<Section> sections() {
        Arbitrary<List<SectionEntry>> entry = Combinators.combine(
                        comments().list().ofMaxSize(2),
                        options(),
                        Arbitraries.integers().between(0, 3))
                .as((comments, option, bare) -> {
                    List<SectionEntry> entries = new ArrayList<>(bare > 0 ? List.of() : comments);
                    entries.add(option);
                    return entries;
                });
        return Combinators.combine(sectionNames(), entry.list().ofMaxSize(4))
                .as((name, entries) ->
                        new Section(name, entries.stream().flatMap(List::stream).toList()));
    }

    static Arbitrary<PjsipElement> elements() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, sections().map(PjsipElement.class::cast)),
                Tuple.of(1, comments().map(PjsipElement.class::cast)));
    }

    static Arbitrary<PjsipDocument> documents() {
        return elements().list().ofMaxSize(5).map(PjsipDocument::new).withoutEdgeCases();
    }

    /** One line of random grammar, without line feed; comments and escapes at every step. */
    static Arbitrary<String> commentSoupLines() {
        return Arbitraries.of(";", "-", "--", ";--", "--;", "\\", "\\;", ";---", "a", " ", "=", "b c")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts))
                .withoutEdgeCases();
    }

    /** Lines that are mostly whole statements, so that a file of them often has a meaning. */
    static Arbitrary<String> grammarLines() {
        Arbitrary<String> names = Arbitraries.of("a", "A", "b", "t", "[t");
        Arbitrary<String> modifiers = Arbitraries.of(
                "",
                "",
                "",
                "(!)",
                "(+)",
                "(a)",
                "(a,t)",
                "(t,!)",
                "(!,T)",
                "(B)",
                "(+type=x)",
                "(+t=)",
                "(a,+)",
                " (a)",
                "x");
        Arbitrary<String> headers = Combinators.combine(names, modifiers).as((name, rest) -> "[" + name + "]" + rest);
        Arbitrary<String> values =
                Arbitraries.of("x", "y", "X", " x ", "", ">x", "=x", "\\;", "a;c", "a;-- c --;b", "\"q\"");
        Arbitrary<String> lines = Combinators.combine(
                        Arbitraries.of("type", "t", "T", "allow", "\\a", "\\#a", "+"),
                        Arbitraries.of("=", "=", "=>", " = ", "+=", " += ", "", "= >"),
                        values)
                .as((name, operator, value) -> name + operator + value);
        Arbitrary<String> others =
                Arbitraries.of("", "; c", ";-- c --;", ";--", "--;", "  ", "#foo", "#exec /x", "\\", "=", "[");
        return Arbitraries.frequencyOf(Tuple.of(30, headers), Tuple.of(60, lines), Tuple.of(6, others))
                .withoutEdgeCases();
    }

    private static String withoutOuterBlanks(String text) {
        return text.replaceAll("^ +| +$", "");
    }
}
