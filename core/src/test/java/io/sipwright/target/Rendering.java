package io.sipwright.target;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.List;

/** Content that shows where it comes from: each of its sections bears the number of its generation. */
final class Rendering {

    static final String TRUNKS = "pjsip_trunks.conf";
    static final String USERS = "pjsip_users.conf";

    private Rendering() {}

    /** The users of a generation, three of them. */
    static TargetFile users(int generation) {
        return users(generation, 3);
    }

    static TargetFile users(int generation, int count) {
        return file(USERS, generation, count);
    }

    static TargetFile trunks(int generation) {
        return file(TRUNKS, generation, 2);
    }

    static TargetFile file(String name, int generation, int count) {
        return new TargetFile(name, elements -> elements(generation, count).forEach(elements));
    }

    static String text(int generation) {
        return text(generation, 3);
    }

    static String text(int generation, int count) {
        return PjsipWriter.toString(new PjsipDocument(elements(generation, count)));
    }

    /** The generation that the first section of a text bears. */
    static int generationOf(String text) {
        int start = text.indexOf("max_contacts=") + "max_contacts=".length();
        return Integer.parseInt(text.substring(start, start + 6));
    }

    static List<PjsipElement> elements(int generation, int count) {
        List<PjsipElement> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(section(generation, i));
        }
        return elements;
    }

    static Section section(int generation, int number) {
        return Section.of(
                "user" + number, "aor", List.of(new Option("max_contacts", String.format("%06d", generation))));
    }
}
