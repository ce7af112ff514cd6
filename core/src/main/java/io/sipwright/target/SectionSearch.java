package io.sipwright.target;

import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for sections in a file as it is. */
final class SectionSearch {

    private final String file;
    private final List<String> lines;
    private final Map<String, List<Location>> headers = new HashMap<>();

    SectionSearch(String file, byte[] content) {
        this.file = file;
        lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        ParsedPjsip parsed = PjsipParser.create().parse(file, new ByteArrayInputStream(content));
        List<Section> sections = parsed.document().sections();
        for (int i = 0; i < sections.size(); i++) {
            headers.computeIfAbsent(key(sections.get(i)), key -> new ArrayList<>())
                    .add(parsed.locations().get(i));
        }
    }

    private static String key(Section section) {
        return section.type().orElse("") + " " + section.name();
    }

    SectionPlace place(Section section) {
        List<Location> found = headers.getOrDefault(key(section), List.of());
        if (found.isEmpty()) {
            return new SectionPlace(SectionPlace.State.MISSING, null);
        }
        // Line by line: what means the same may still be written on other lines.
        boolean same = found.size() == 1
                && found.get(0).file().equals(file)
                && text(section).equals(after(found.get(0).line(), section));
        return same
                ? new SectionPlace(SectionPlace.State.THERE, found.get(0))
                : new SectionPlace(SectionPlace.State.DIFFERENT, null);
    }

    private static List<String> text(Section section) {
        return PjsipWriter.toString(new PjsipDocument(List.of(section))).lines().toList();
    }

    private List<String> after(int line, Section section) {
        int from = line - 1;
        return lines.subList(
                from, Math.min(lines.size(), from + 1 + section.entries().size()));
    }
}
