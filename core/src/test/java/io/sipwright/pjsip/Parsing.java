package io.sipwright.pjsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Short ways to parse in tests. */
final class Parsing {

    static final String FILE = "pjsip.conf";

    private Parsing() {}

    static ParsedPjsip parse(String text) {
        return PjsipParser.create().parse(FILE, text);
    }

    /** Parses bytes given as the characters U+0000 to U+00FF. */
    static ParsedPjsip parseBytes(String bytes) {
        return PjsipParser.create().parse(FILE, new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Every section as {@code [name]}, every option below it as {@code name=value}. */
    static List<String> listing(ParsedPjsip parsed) {
        return listing(parsed.document().sections());
    }

    static List<String> listing(String text) {
        return listing(parse(text));
    }

    static List<String> listing(List<Section> sections) {
        List<String> listing = new ArrayList<>();
        for (Section section : sections) {
            listing.add("[" + section.name() + "]");
            section.options().forEach(option -> listing.add(option.name() + "=" + option.value()));
        }
        return listing;
    }

    static List<PjsipElement> readWritten(byte[] text) {
        List<PjsipElement> elements = new ArrayList<>();
        PjsipParser.readWritten(FILE, new ByteArrayInputStream(text), elements::add);
        return elements;
    }

    /** The options of section {@code [x]} that these lines make, without any warning. */
    static List<String> options(String lines) {
        ParsedPjsip parsed = parse("[x]\n" + lines);
        assertThat(parsed.warnings()).isEmpty();
        List<String> listing = listing(parsed);
        assertThat(listing).startsWith("[x]");
        return listing.subList(1, listing.size());
    }
}
