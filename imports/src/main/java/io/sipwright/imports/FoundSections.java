package io.sipwright.imports;

import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All sections of the files that are imported: those that may belong to trunks and users, and the others. */
final class FoundSections {

    private static final Set<String> TYPES = Set.of("endpoint", "auth", "aor", "identify", "registration");

    private final List<Located> sections = new ArrayList<>();
    private final Map<Location, List<Located>> wizards = new LinkedHashMap<>();
    private final List<LeftAlone> others = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void add(ParsedPjsip parsed) {
        List<Section> all = parsed.document().sections();
        for (int i = 0; i < all.size(); i++) {
            add(new Located(all.get(i), parsed.locations().get(i)));
        }
        remark(parsed);
    }

    void addWizards(ParsedPjsip parsed) {
        WizardExpansion expansion = WizardExpansion.of(parsed);
        expansion
                .sections()
                .forEach(made -> wizards.computeIfAbsent(made.location(), place -> new ArrayList<>())
                        .add(new Located(made.section(), made.location())));
        expansion
                .refusals()
                .forEach(refusal -> others.add(new LeftAlone(refusal.location(), "wizard", refusal.message())));
        expansion.leftOut().forEach(remark -> remarks.add(remark.toString()));
        remark(parsed);
    }

    private void remark(ParsedPjsip parsed) {
        parsed.warnings().forEach(warning -> remarks.add(warning.location() + ": " + warning.message()));
    }

    private void add(Located section) {
        if (TYPES.contains(section.type())) {
            sections.add(section);
            return;
        }
        String reason = section.type().isEmpty()
                ? "has no type; Asterisk ignores it"
                : "is neither part of a trunk nor of a user; it stays in your own configuration";
        others.add(new LeftAlone(section.location(), section.title(), reason));
    }

    /**
     * Ends the reading. Of a type with two sections of one name Asterisk loads nothing at all: there is nothing that could be
     * imported. What a wizard makes beside a section of the same name is hidden by that.
     */
    void finish() {
        Map<String, Location> seen = new HashMap<>();
        for (Located section : sections) {
            Location first = seen.putIfAbsent(section.title(), section.location());
            if (first != null) {
                throw new ImportException(section.location() + ": " + section.title() + " stands twice, first at "
                        + first + "; Asterisk then refuses every " + section.type());
            }
        }
        wizards.forEach((place, made) -> {
            Optional<Located> hidden = made.stream()
                    .filter(section -> seen.containsKey(section.title()))
                    .findFirst();
            if (hidden.isPresent()) {
                String reason = "a section at " + seen.get(hidden.get().title()) + " has the name of its "
                        + hidden.get().title() + ", and Asterisk takes that";
                others.add(new LeftAlone(place, "wizard", reason));
            } else {
                made.forEach(this::add);
            }
        });
    }

    List<Located> sections() {
        return sections;
    }

    /** Sections that belong to nothing that is imported. */
    List<LeftAlone> others() {
        return others;
    }

    /** What Asterisk ignores in these files, with its place. */
    List<String> remarks() {
        return remarks;
    }
}
