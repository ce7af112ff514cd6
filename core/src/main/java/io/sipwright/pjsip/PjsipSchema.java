package io.sipwright.pjsip;

import io.sipwright.error.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Every section type and option that one version of Asterisk loads from {@code pjsip.conf}, and the check of a section
 * against them. Names, choices and versions were measured by loading each into Asterisk 22.10 and 16.28.
 *
 * <p>Immutable and thread-safe.
 */
public final class PjsipSchema {

    /** Types of which Asterisk takes one section. */
    private static final Set<String> SINGLE = Set.of("global", "system");

    private final AsteriskVersion version;
    private final Map<String, SectionType> types;
    private final Map<String, SectionRules> rules = new HashMap<>();
    private final GoodOptions good;

    PjsipSchema(AsteriskVersion version, Map<String, SectionType> types) {
        this.version = version;
        this.types = Collections.unmodifiableMap(types);
        this.good = new GoodOptions(types.keySet());
        types.forEach((name, type) -> rules.put(name, new SectionRules(type)));
    }

    public static PjsipSchema of(AsteriskVersion version) {
        return SchemaResource.schema(version);
    }

    /** Names of all codecs that {@code allow} takes. */
    public static SortedSet<String> codecs() {
        return SchemaResource.codecs();
    }

    public AsteriskVersion version() {
        return version;
    }

    /** All section types by name. */
    public Map<String, SectionType> types() {
        return types;
    }

    public Optional<SectionType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** What is wrong with a document: each section by itself, and names that stand twice for one type. */
    public List<SchemaProblem> check(PjsipDocument document) {
        List<SchemaProblem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Section section : document.sections()) {
            problems.addAll(check(section));
            String type = section.type().orElse("");
            if (types.containsKey(type) && !seen.add(type + ' ' + section.name())) {
                problems.add(new SchemaProblem(
                        section.name(),
                        "",
                        SchemaProblem.Kind.DUPLICATE_SECTION,
                        "stands twice as type=" + type + "; Asterisk then refuses every " + type));
            } else if (SINGLE.contains(type) && !seen.add(type)) {
                problems.add(new SchemaProblem(
                        section.name(),
                        "",
                        SchemaProblem.Kind.CONFLICT,
                        "is a second section of type=" + type + ", of which there can be one"));
            }
        }
        return problems;
    }

    /** What is wrong with a section; empty when Asterisk would load it as it stands. */
    public List<SchemaProblem> check(Section section) {
        List<SchemaProblem> problems = new ArrayList<>();
        String name = section.name();
        PjsipText.refuseSectionName(name)
                .ifPresent(refusal -> problems.add(new SchemaProblem(
                        name, "", SchemaProblem.Kind.BAD_SECTION_NAME, "the name " + refusal.explanation())));
        Optional<String> typeName = section.type();
        if (typeName.isEmpty()) {
            problems.add(new SchemaProblem(
                    name, "", SchemaProblem.Kind.NO_TYPE, "has no option 'type'; Asterisk ignores the section"));
            return problems;
        }
        SectionType type = types.get(typeName.get());
        if (type == null) {
            problems.add(new SchemaProblem(
                    name,
                    Section.TYPE,
                    SchemaProblem.Kind.UNKNOWN_TYPE,
                    "is no section type of Asterisk " + version + Suggestion.clause(typeName.get(), types.keySet())));
            return problems;
        }
        boolean typeSeen = false;
        for (SectionEntry entry : section.entries()) {
            if (!(entry instanceof Option option)) {
                continue;
            }
            boolean isType = option.name().equalsIgnoreCase(Section.TYPE);
            if (!isType) {
                checkOption(type, option).ifPresent(problem -> problems.add(problem.in(name)));
            } else if (typeSeen) {
                problems.add(new SchemaProblem(
                        name, Section.TYPE, SchemaProblem.Kind.CONFLICT, "stands twice; Asterisk takes the first"));
            }
            typeSeen |= isType;
        }
        Objects.requireNonNull(rules.get(type.name())).check(section, problems);
        return problems;
    }

    /** What is wrong with one option of a section type. */
    public Optional<OptionProblem> checkOption(SectionType type, Option option) {
        if (types.get(type.name()) != type) {
            return findProblem(type, option);
        }
        if (good.contains(type.name(), option)) {
            return Optional.empty();
        }
        Optional<OptionProblem> problem = findProblem(type, option);
        if (problem.isEmpty()) {
            good.add(type.name(), option);
        }
        return problem;
    }

    private Optional<OptionProblem> findProblem(SectionType type, Option option) {
        String name = option.name();
        Optional<OptionType> known = type.option(name);
        if (name.startsWith("@")) {
            return PjsipText.refuseOptionName(name)
                    .map(refusal -> new OptionProblem(
                            name, SchemaProblem.Kind.UNKNOWN_OPTION, "the name " + refusal.explanation()))
                    .or(() -> PjsipText.refuseValue(name, option.value())
                            .map(refusal ->
                                    new OptionProblem(name, SchemaProblem.Kind.BAD_VALUE, refusal.explanation())));
        }
        if (known.isEmpty()) {
            return Optional.of(unknown(type, name));
        }
        return PjsipText.refuseValue(name, option.value())
                .map(Refusal::explanation)
                .or(() -> known.get().problemWith(option.value()))
                .map(message -> new OptionProblem(name, SchemaProblem.Kind.BAD_VALUE, message));
    }

    private OptionProblem unknown(SectionType type, String name) {
        for (AsteriskVersion other : AsteriskVersion.values()) {
            boolean knownThere =
                    of(other).type(type.name()).flatMap(t -> t.option(name)).isPresent();
            if (knownThere) {
                return new OptionProblem(
                        name,
                        SchemaProblem.Kind.NOT_IN_THIS_VERSION,
                        "is an option of Asterisk " + other + ", but not of " + version);
            }
        }
        return new OptionProblem(
                name,
                SchemaProblem.Kind.UNKNOWN_OPTION,
                "is no option of type=" + type.name()
                        + Suggestion.clause(name, type.options().keySet()));
    }

    /**
     * A problem of one option, wherever it stands.
     *
     * @param option name of the option
     * @param kind what sort of problem
     * @param message in words; never holds the value
     */
    public record OptionProblem(String option, SchemaProblem.Kind kind, String message) {

        SchemaProblem in(String section) {
            return new SchemaProblem(section, option, kind, message);
        }
    }
}
