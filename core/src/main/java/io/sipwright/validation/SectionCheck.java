package io.sipwright.validation;

import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionType;
import io.sipwright.template.FieldProblem;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Holds overrides, and the sections that come of an object, against what its version of Asterisk knows. */
final class SectionCheck {

    private final PjsipSchema schema;
    private final AsteriskVersion version;
    private final Findings findings;

    SectionCheck(AsteriskVersion version, Findings findings) {
        this.schema = PjsipSchema.of(version);
        this.version = version;
        this.findings = findings;
    }

    void check(ObjectSpec spec, Template template, boolean fieldsAreGood) {
        boolean good = fieldsAreGood;
        Set<String> named = new HashSet<>();
        for (OptionOverride override : spec.overrides()) {
            if (override.isName() && !named.add(override.section())) {
                findings.add(path(override), "override.name_single", null);
                good = false;
            }
            good &= checkOverride(override, template);
        }
        if (good) {
            checkSections(spec, template);
        }
    }

    static String path(OptionOverride override) {
        return "overrides." + BeanConstraints.shortened(override.path());
    }

    private boolean checkOverride(OptionOverride override, Template template) {
        String path = path(override);
        Optional<SectionType> type = template.sectionType(override.section()).flatMap(schema::type);
        if (type.isEmpty()) {
            findings.add(
                    path,
                    "override.section",
                    null,
                    String.join(", ", template.roles()),
                    Suggestion.sentence(BeanConstraints.shortened(override.section()), template.roles()));
            return false;
        }
        if (override.isName()) {
            Optional<FieldProblem> problem = template.checkName(override);
            problem.ifPresent(found -> findings.add(path, found.code(), null, found.arguments()));
            return problem.isEmpty();
        }
        if (override.option().equalsIgnoreCase(Section.TYPE)
                || override.option().startsWith("@")) {
            findings.add(path, "override.reserved", null);
            return false;
        }
        List<String> values = override.values().isEmpty() ? List.of() : override.values();
        if (values.isEmpty() && type.get().option(override.option()).isEmpty()) {
            return checkOption(path, type.get(), new Option(override.option(), ""));
        }
        boolean good = true;
        for (String value : values) {
            good &= checkOption(path, type.get(), new Option(override.option(), value));
        }
        if (good && values.size() > 1) {
            boolean accumulates = type.get()
                    .option(override.option())
                    .filter(option -> option.accumulates())
                    .isPresent();
            if (!accumulates) {
                findings.add(path, "override.single", null);
                return false;
            }
        }
        return good;
    }

    private boolean checkOption(String path, SectionType type, Option option) {
        Optional<PjsipSchema.OptionProblem> problem = schema.checkOption(type, option);
        problem.ifPresent(found -> findings.add(
                path, "schema." + found.kind().name().toLowerCase(Locale.ROOT), null, found.message(), version));
        return problem.isEmpty();
    }

    private void checkSections(ObjectSpec spec, Template template) {
        List<FilledSection> sections = template.fill(spec, version);
        new OpenDoors(findings).check(spec, template.kind(), sections);
        checkTwice(sections);
        for (FilledSection filled : sections) {
            schema.check(filled.section())
                    .forEach(problem -> findings.add(
                            "sections." + filled.role() + (problem.option().isEmpty() ? "" : "." + problem.option()),
                            "schema." + problem.kind().name().toLowerCase(Locale.ROOT),
                            null,
                            problem.message(),
                            version));
        }
    }

    /** A section that stands twice makes Asterisk refuse every object of its type. */
    private void checkTwice(List<FilledSection> sections) {
        Set<String> seen = new HashSet<>();
        for (FilledSection filled : sections) {
            String type = filled.section().type().orElse("");
            if (!seen.add(type + " " + filled.section().name().toLowerCase(Locale.ROOT))) {
                findings.add(
                        "sections." + filled.role(), "schema.duplicate_section", null, "stands twice as type=" + type);
            }
        }
    }
}
