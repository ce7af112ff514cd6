package io.sipwright.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what there is to say of one template, without what it or the ancestor in question has accepted. */
final class Advising {

    private final Template template;
    private final List<Advice> advice = new ArrayList<>();
    private final Set<String> met = new LinkedHashSet<>();

    Advising(Template template) {
        this.template = template;
    }

    Template template() {
        return template;
    }

    TemplateBody body() {
        return template.body();
    }

    void add(String pointer, AdviceCode code, String message) {
        add(pointer, pointer, code, message);
    }

    /** Of a field or a section as a whole: it belongs to whoever has said its type. */
    void addOf(String pointer, AdviceCode code, String message) {
        add(pointer, pointer + "/type", code, message);
    }

    private void add(String pointer, String anchor, AdviceCode code, String message) {
        add(template.written().origin(anchor), pointer, code, message);
    }

    /** Of one of the files that the template was joined from. */
    void add(TemplateFile file, String pointer, AdviceCode code, String message) {
        met.add(code.text());
        if (!template.acceptedAdvice().containsKey(code.text())) {
            advice(file, template.id(), pointer, code, message).ifPresent(advice::add);
        }
    }

    /** Empty where the file has accepted it. */
    static Optional<Advice> advice(
            TemplateFile file, String template, String pointer, AdviceCode code, String message) {
        if (file.json().path("acceptedAdvice").has(code.text())) {
            return Optional.empty();
        }
        TemplateProblem place = file.problem(pointer, message);
        return Optional.of(new Advice(place.file(), template, place.pointer(), code.text(), message, code.remedy()));
    }

    /** Everything; of what was accepted, what is not known or does not apply. */
    List<Advice> advice() {
        Set<String> known = AdviceCode.texts();
        Set<String> needed = Set.copyOf(met);
        template.acceptedAdvice().keySet().stream()
                .filter(code -> !needed.contains(code))
                .forEach(code -> add(
                        "/acceptedAdvice/" + code,
                        known.contains(code) ? AdviceCode.ACCEPTED_UNUSED : AdviceCode.ACCEPTED_UNKNOWN,
                        known.contains(code)
                                ? "'" + code + "' is accepted, and there is no such advice here"
                                : "'" + code + "' is no code of advice"));
        return advice;
    }
}
