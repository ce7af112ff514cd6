package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import io.sipwright.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills in sections as {@link SectionFilling} does, and notes why. */
final class SectionExplaining {

    private final TemplateBody body;
    private final AsteriskVersion version;
    private final TemplateKind kind;
    private final ObjectSpec spec;
    private final FieldTracing tracing;

    SectionExplaining(
            TemplateBody body, FieldResolver resolver, AsteriskVersion version, TemplateKind kind, ObjectSpec spec) {
        this.body = body;
        this.version = version;
        this.kind = kind;
        this.spec = spec;
        this.tracing = new FieldTracing(body, resolver, spec);
    }

    /** A section under way: lines with clear values. */
    private record Draft(
            SectionTemplate template, String name, List<ExplainedOption> options, List<ExplainedOption> removed) {

        FilledSection filled() {
            return new FilledSection(
                    template.role(),
                    new Section(
                            name,
                            options.stream()
                                    .<SectionEntry>map(option -> new Option(option.name(), option.value()))
                                    .toList()));
        }
    }

    List<ExplainedSection> explain() {
        List<Draft> drafts = new ArrayList<>();
        for (SectionTemplate section : body.sections()) {
            if (!section.when().holds(tracing.resolved()::get)) {
                continue;
            }
            if (section.each() == null) {
                drafts.add(draft(section, tracing.written(), 1));
                continue;
            }
            FieldValue list = tracing.resolved().get(section.each());
            int number = 2;
            for (String item : list == null ? List.<String>of() : list.items()) {
                FieldValue one = FieldValue.of(item);
                drafts.add(draft(
                        section,
                        name -> name.equals(SectionTemplate.ITEM)
                                ? one
                                : tracing.written().apply(name),
                        number++));
            }
        }
        List<FilledSection> named = SectionNaming.of(spec, body)
                .apply(drafts.stream().map(Draft::filled).toList());
        List<ExplainedSection> explained = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            explained.add(explained(drafts.get(i), named.get(i).section()));
        }
        return explained;
    }

    private Draft draft(SectionTemplate section, Function<String, @Nullable FieldValue> fields, int number) {
        List<ExplainedOption> options = new ArrayList<>();
        String typeOrigin = body.typeOrigins().get(section.role());
        options.add(new ExplainedOption(Section.TYPE, section.type(), typeOrigin, List.of(), null, List.of()));
        for (OptionTemplate option : section.options()) {
            for (OptionTemplate.Alternative alternative : option.alternatives()) {
                TextPattern pattern = alternative.patterns.get(version);
                if (pattern != null && alternative.when.holds(fields)) {
                    List<FieldOrigin> origins = origins(section, alternative.when, pattern);
                    pattern.fill(fields)
                            .forEach(value -> options.add(new ExplainedOption(
                                    option.name(), value, option.origin(), origins, null, List.of())));
                }
            }
        }
        Draft draft =
                new Draft(section, kind.sectionName(spec.name(), section.role(), number), options, new ArrayList<>());
        for (OptionOverride override : spec.overrides()) {
            if (override.section().equals(section.role()) && !override.isName()) {
                apply(override, draft);
            }
        }
        return draft;
    }

    private List<FieldOrigin> origins(SectionTemplate section, Condition when, TextPattern pattern) {
        Set<String> names = new LinkedHashSet<>(pattern.names());
        when.terms().forEach(term -> names.add(term.field()));
        return tracing.origins(names, section.each());
    }

    private static void apply(OptionOverride override, Draft draft) {
        List<ExplainedOption> before = new ArrayList<>();
        int at = draft.options.size();
        for (int i = draft.options.size() - 1; i >= 0; i--) {
            if (draft.options.get(i).name().equalsIgnoreCase(override.option())) {
                before.add(0, draft.options.remove(i));
                at = i;
            }
        }
        for (int i = draft.removed.size() - 1; i >= 0; i--) {
            if (draft.removed.get(i).name().equalsIgnoreCase(override.option())) {
                before.add(0, draft.removed.remove(i));
            }
        }
        String template = before.isEmpty() ? null : before.get(0).template();
        List<FieldOrigin> fields = before.stream()
                .flatMap(line -> line.fields().stream())
                .distinct()
                .toList();
        List<String> instead = before.stream()
                .flatMap(line -> line.override() == null ? Stream.of(line.value()) : line.instead().stream())
                .distinct()
                .toList();
        for (String value : override.values()) {
            draft.options.add(
                    at++, new ExplainedOption(override.option(), value, template, fields, override.path(), instead));
        }
        if (override.values().isEmpty() && template != null) {
            draft.removed.add(new ExplainedOption(override.option(), "", template, fields, override.path(), instead));
        }
    }

    private ExplainedSection explained(Draft draft, Section named) {
        List<ExplainedOption> options = new ArrayList<>();
        for (int i = 0; i < draft.options.size(); i++) {
            options.add(masked(
                    draft.template.type(),
                    redirected(draft.options.get(i), named.options().get(i).value())));
        }
        return new ExplainedSection(
                draft.template.role(),
                draft.template.type(),
                named.name(),
                named.name().equals(draft.name) ? null : draft.template.role() + "." + OptionOverride.NAME,
                tracing.origins(
                        draft.template.when().terms().stream()
                                .map(Condition.Term::field)
                                .toList(),
                        draft.template.each()),
                options,
                draft.removed.stream()
                        .map(option -> masked(draft.template.type(), option))
                        .toList());
    }

    /** A reference that followed a section to its name. */
    private ExplainedOption redirected(ExplainedOption option, String value) {
        if (value.equals(option.value())) {
            return option;
        }
        String override = spec.overrides().stream()
                .filter(naming -> naming.isName()
                        && naming.values().stream()
                                .anyMatch(name -> List.of(value.split(",")).contains(name)))
                .map(OptionOverride::path)
                .findFirst()
                .orElse(null);
        return new ExplainedOption(
                option.name(), value, option.template(), option.fields(), override, List.of(option.value()));
    }

    private static ExplainedOption masked(String type, ExplainedOption option) {
        boolean isSecret = PjsipSchema.of(AsteriskVersion.V22)
                .type(type)
                .flatMap(known -> known.option(option.name()))
                .filter(OptionType::secret)
                .isPresent();
        return !isSecret
                ? option
                : new ExplainedOption(
                        option.name(),
                        option.value().isEmpty() ? "" : Secret.MASK,
                        option.template(),
                        option.fields(),
                        option.override(),
                        option.instead().stream().map(value -> Secret.MASK).toList());
    }
}
