package io.sipwright.validation;

import io.sipwright.pjsip.Section;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateKind;
import java.util.Arrays;
import java.util.List;

/**
 * Endpoints that would let in anyone, as measured on Asterisk 22 and 16: a user's without {@code auth} accepts any
 * registration; a trunk's that is recognised by a user name, which is the default, accepts any call that bears its name
 * in From.
 */
final class OpenDoors {

    private final Findings findings;

    OpenDoors(Findings findings) {
        this.findings = findings;
    }

    void check(ObjectSpec spec, TemplateKind kind, List<FilledSection> sections) {
        for (FilledSection filled : sections) {
            Section section = filled.section();
            if (!section.type().filter("endpoint"::equals).isPresent()) {
                continue;
            }
            boolean authenticated = section.all("auth").stream().anyMatch(auth -> !auth.isBlank());
            if (kind == TemplateKind.USER && !authenticated) {
                findings.add("sections." + filled.role() + ".auth", "door.user", null);
            } else if (kind == TemplateKind.PROVIDER
                    && !authenticated
                    && isRecognisedByName(section)
                    && !isDeliberate(spec, filled)) {
                findings.add("sections." + filled.role() + ".identify_by", "door.trunk", null);
            }
        }
    }

    /** An administrator who overrides this very option knows the carrier better than we do. */
    private static boolean isDeliberate(ObjectSpec spec, FilledSection filled) {
        return spec.overrides().stream()
                .anyMatch(override -> override.section().equals(filled.role())
                        && override.option().equalsIgnoreCase("identify_by"));
    }

    private static boolean isRecognisedByName(Section endpoint) {
        List<String> lines = endpoint.all("identify_by");
        return lines.isEmpty()
                || Arrays.stream(lines.get(lines.size() - 1).split(","))
                        .map(String::strip)
                        .anyMatch(way -> way.equalsIgnoreCase("username"));
    }
}
