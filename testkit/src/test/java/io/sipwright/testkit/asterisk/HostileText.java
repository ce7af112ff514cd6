package io.sipwright.testkit.asterisk;

import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import java.util.ArrayList;
import java.util.List;

/** Values, names and whole documents made of everything that means something to the grammar. */
final class HostileText {

    private static final String[] TOKENS = {
        ";",
        ";",
        ";--",
        "--;",
        ";---",
        "\\",
        "\\;",
        "\\\\;",
        "-",
        "--",
        "#",
        "#include pjsip.conf",
        "#exec /bin/false",
        "=",
        "=>",
        "+=",
        ">",
        "[",
        "](",
        "(!)",
        "(+)",
        ",",
        "!",
        "\"",
        "'",
        "<sip:a@b>",
        "a",
        "b9",
        "type=endpoint",
        " ",
        "   ",
        "$",
        "${x}",
        "%s%n",
        "é",
        "\u3000",
        "\u0085",
        "\u200B",
        "\uFEFF",
        "😀"
    };

    private final Dice dice;

    HostileText(Dice dice) {
        this.dice = dice;
    }

    /** A document that the writer has to take. */
    PjsipDocument document() {
        List<PjsipElement> elements = new ArrayList<>();
        int count = 1 + dice.below(6);
        for (int i = 0; i < count; i++) {
            elements.add(dice.percent(25) ? new Comment(value()) : section());
        }
        return new PjsipDocument(elements);
    }

    private Section section() {
        List<SectionEntry> entries = new ArrayList<>();
        int count = dice.below(5);
        for (int i = 0; i < count; i++) {
            if (dice.percent(20)) {
                entries.add(new Comment(value()));
            }
            entries.add(option());
        }
        return new Section(sectionName(), entries);
    }

    private Option option() {
        String name = dice.oneOf("type", "TYPE", "allow", "@rev", "100rel", "-", "--", "_", "A-b_9", "password");
        return new Option(name, dice.percent(3) ? longest(name) : value());
    }

    /** Fills the longest line that there may be. */
    private String longest(String name) {
        boolean escaped = dice.percent(50);
        int room = PjsipText.MAX_LINE_BYTES - name.length() - 1;
        return escaped ? ";".repeat(room / 2) + "x".repeat(room % 2) : "é".repeat(room / 2) + "x".repeat(room % 2);
    }

    private String sectionName() {
        String name = strip(soup(6).replace("]", ""));
        boolean good = PjsipText.refuseSectionName(name).isEmpty();
        return good && !dice.percent(20) ? name : dice.oneOf("alice", "bob", "T", "t", "x".repeat(79));
    }

    String value() {
        return strip(soup(8));
    }

    private String soup(int tokens) {
        StringBuilder text = new StringBuilder();
        int count = dice.below(tokens + 1);
        for (int i = 0; i < count; i++) {
            text.append(dice.oneOf(TOKENS));
        }
        return text.toString();
    }

    private static String strip(String text) {
        return text.replaceAll("^ +| +$", "");
    }
}
