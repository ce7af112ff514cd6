package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.template.FieldType;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Template;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Holds objects with hostile values to the one rule: refused with a violation, or read back exactly. */
final class HostileFields {

    /** What such fields hold steers the sections and need not stand in them. */
    private static final Set<FieldType> STEERING = EnumSet.of(FieldType.BOOLEAN, FieldType.CHOICE);

    /** What is stored of such fields may differ from what was given by blanks after commas. */
    private static final Set<FieldType> LISTS = EnumSet.of(
            FieldType.HOSTS, FieldType.HOST_NAMES, FieldType.NETWORKS, FieldType.CODECS, FieldType.MAILBOXES);

    private int refused;
    private int exact;

    int refused() {
        return refused;
    }

    int exact() {
        return exact;
    }

    /** One object whose field holds a hostile value, and what was found wrong with it. */
    void judge(Template template, ObjectSpec spec, String field, String value, List<Violation> violations) {
        if (!violations.isEmpty()) {
            refused++;
            return;
        }
        PjsipDocument document = readBack(template, spec);
        FieldType type = template.field(field).orElseThrow().type();
        if (STEERING.contains(type)) {
            return;
        }
        List<String> wanted = LISTS.contains(type)
                ? Objects.requireNonNull(spec.fields().get(field)).items()
                : List.of(
                        type == FieldType.CALLER_NAME
                                ? value.replace("\\", "\\\\").replace("\"", "\\\"")
                                : value);
        List<String> values = values(document);
        for (String text : Set.copyOf(wanted)) {
            assertThat(values.stream().anyMatch(option -> option.contains(text)))
                    .as("%s of %s: '%s' among %s", field, template.id(), text, values)
                    .isTrue();
        }
        exact++;
    }

    /** Writes an object, and makes sure that the parser sees the same in it. */
    static PjsipDocument readBack(Template template, ObjectSpec spec) {
        List<Section> sections = template.fill(spec, AsteriskVersion.V22).stream()
                .map(FilledSection::section)
                .toList();
        PjsipDocument document = new PjsipDocument(List.<PjsipElement>copyOf(sections));
        ParsedPjsip parsed =
                PjsipParser.create().parse("pjsip.conf", new ByteArrayInputStream(PjsipWriter.toBytes(document)));
        assertThat(parsed.document()).isEqualTo(document);
        assertThat(parsed.warnings()).isEmpty();
        return parsed.document();
    }

    private static List<String> values(PjsipDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.options().stream())
                .map(Option::value)
                .toList();
    }
}
