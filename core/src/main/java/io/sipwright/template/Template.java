package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What all templates have: fields, and the sections made from them. Immutable and thread-safe.
 */
public abstract sealed class Template permits ProviderTemplate, UserTemplate {

    private final TemplateHead head;
    private final TemplateBody body;
    private final FieldResolver resolver;

    Template(TemplateHead head, TemplateBody body) {
        this.head = head;
        this.body = body;
        resolver = new FieldResolver(body);
    }

    /** Name by which trunks and users refer to it. */
    public String id() {
        return head.id();
    }

    /** Counts the changes of the template; an object remembers the one it was made with. */
    public int version() {
        return head.version();
    }

    /** Name for people. */
    public String displayName() {
        return head.displayName();
    }

    /** What it is for, in a sentence; may be empty. */
    public String description() {
        return head.description();
    }

    /** What a person should know who sets it up: rules of the carrier, limits, number form. */
    public List<String> notes() {
        return head.notes();
    }

    public Provenance provenance() {
        return head.provenance();
    }

    /**
     * Addresses that the carrier is about to give up, with the last day on which calls may come from them: as long as they
     * are listed they are let in, whatever the day. A later version of the template leaves them out.
     */
    public Map<String, LocalDate> leaving() {
        return head.facts().leaving();
    }

    /** Whether the carrier may have registration; false if the template says that there is none. */
    public boolean registers() {
        return head.facts().registers();
    }

    /** Codes of {@link TemplateLinter} that do not apply to it, each with the reason. */
    public Map<String, String> acceptedAdvice() {
        return head.facts().acceptedAdvice();
    }

    /** The fields in the order of a form. */
    public List<TemplateField> fields() {
        return List.copyOf(body.fields().values());
    }

    public Optional<TemplateField> field(String name) {
        return Optional.ofNullable(body.fields().get(name));
    }

    /** Roles of the sections it can make, in order. */
    public List<String> roles() {
        return body.sections().stream().map(SectionTemplate::role).toList();
    }

    /** The type in Asterisk of the section with a role. */
    public Optional<String> sectionType(String role) {
        return body.sections().stream()
                .filter(section -> section.role().equals(role))
                .map(SectionTemplate::type)
                .findFirst();
    }

    /**
     * All names that sections of an object bear or would bear under other conditions, its own among them. No other
     * object may bear one of them.
     */
    public Set<String> sectionNames(ObjectSpec spec) {
        Map<String, FieldValue> resolved = resolver.resolve(spec);
        SectionNaming naming = SectionNaming.of(spec, body);
        Set<String> names = new LinkedHashSet<>(Set.of(spec.name()));
        for (SectionTemplate section : body.sections()) {
            FieldValue list = section.each() == null ? null : resolved.get(section.each());
            if (section.each() == null) {
                names.add(naming.name(section.role(), 0, kind().sectionName(spec.name(), section.role(), 1)));
            } else if (list != null) {
                for (int number = 2; number < 2 + list.items().size(); number++) {
                    names.add(naming.name(
                            section.role(), number - 2, kind().sectionName(spec.name(), section.role(), number)));
                }
            }
        }
        return names;
    }

    /** Brings values into the form that is stored: lists split, yes and no, secrets marked. */
    public FieldValues normalize(FieldValues given) {
        Map<String, FieldValue> normalized = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            TemplateField field = body.fields().get(name);
            normalized.put(name, field == null ? value : FieldCheck.normalize(field, value));
        });
        return FieldValues.of(normalized);
    }

    /** What is wrong with values that were filled in, all of it, by field. Expects them normalized. */
    public Map<String, FieldProblem> check(ObjectSpec spec) {
        return new FieldsCheck(body, resolver).problems(spec);
    }

    /** What is wrong with the name that an {@linkplain OptionOverride#isName() override} gives to a section, if anything. */
    public Optional<FieldProblem> checkName(OptionOverride override) {
        return SectionNaming.problem(override, body);
    }

    /** What every field holds in the end: given, chosen with another field, or by default. */
    public Map<String, FieldValue> effective(ObjectSpec spec) {
        Map<String, FieldValue> effective = new LinkedHashMap<>(resolver.resolve(spec));
        effective.keySet().retainAll(body.fields().keySet());
        return Collections.unmodifiableMap(effective);
    }

    /**
     * Makes the sections of an object, its overrides applied. Does not check anything.
     *
     * @param spec with normalized values
     */
    public List<FilledSection> fill(ObjectSpec spec, AsteriskVersion version) {
        return new SectionFilling(body, resolver, version, kind()).fill(spec, section -> true);
    }

    /** Those sections alone that have a type in Asterisk. */
    List<FilledSection> fill(ObjectSpec spec, AsteriskVersion version, String type) {
        return new SectionFilling(body, resolver, version, kind())
                .fill(spec, section -> section.type().equals(type));
    }

    /**
     * Tells of each line that {@link #fill} makes why it is there.
     *
     * @param spec with normalized values
     */
    public List<ExplainedSection> explain(ObjectSpec spec, AsteriskVersion version) {
        return new SectionExplaining(body, resolver, version, kind(), spec).explain();
    }

    /** Which sort of objects it is for. */
    public abstract TemplateKind kind();

    TemplateBody body() {
        return body;
    }

    /** As it was written, joined with its parents. */
    Inheritance.Merged written() {
        return head.written();
    }

    @Override
    public String toString() {
        return id() + " (version " + version() + ")";
    }

    /** What a template says about itself. */
    record TemplateHead(
            String id,
            int version,
            String displayName,
            String description,
            List<String> notes,
            Provenance provenance,
            TemplateFacts facts,
            Inheritance.Merged written) {

        TemplateHead {
            Objects.requireNonNull(id, "id");
            notes = List.copyOf(notes);
        }
    }
}
