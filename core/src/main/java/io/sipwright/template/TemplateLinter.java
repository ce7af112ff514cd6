package io.sipwright.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks at templates for what can be loaded and is better done otherwise, for the build of those who write templates. What
 * is as it is on purpose, a template accepts with the reason: {@code "acceptedAdvice": {"inbound.wide": "…"}}.
 *
 * <p>Thread-safe.
 */
public final class TemplateLinter {

    /** Code for what keeps templates from being loaded; it can't be accepted. */
    public static final String LOADING = "loading";

    private TemplateLinter() {}

    /** All codes of advice, sorted; without {@link #LOADING}. */
    public static Set<String> codes() {
        return AdviceCode.texts();
    }

    /**
     * Looks at templates in files, which may inherit from the shipped ones.
     *
     * @param filesOrDirectories as {@link TemplateCatalog.Builder#addFile} and {@code addDirectory} take them, added in this
     *     order
     * @return all problems of loading; or, if there are none, the advice on the templates of these files, and on those that
     *     inherit from them
     */
    public static List<Advice> lint(Path... filesOrDirectories) {
        TemplateCatalog.Builder builder = TemplateCatalog.builder();
        int shipped = builder.rank();
        for (Path path : filesOrDirectories) {
            if (Files.isDirectory(path)) {
                builder.addDirectory(path);
            } else {
                builder.addFile(path);
            }
        }
        try {
            TemplateCatalog catalog = builder.build();
            return lint(catalog, today(), file -> file.rank() > shipped);
        } catch (TemplateException e) {
            return e.problems().stream()
                    .map(problem -> new Advice(problem.file(), "", problem.pointer(), LOADING, problem.message(), ""))
                    .toList();
        }
    }

    /** Looks at all templates of a catalogue, those for trunks first, sorted by id. */
    public static List<Advice> lint(TemplateCatalog catalog) {
        return lint(catalog, today());
    }

    /**
     * The same as of some day.
     *
     * @param today by which the age of sources is told
     */
    public static List<Advice> lint(TemplateCatalog catalog, LocalDate today) {
        return lint(catalog, today, file -> true);
    }

    private static List<Advice> lint(TemplateCatalog catalog, LocalDate today, Predicate<TemplateFile> of) {
        List<Advice> all = new ArrayList<>();
        Set<TemplateFile> inherited = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Template template : catalog.templates()) {
            List<TemplateFile> lineage = template.written().lineage;
            inherited.addAll(lineage);
            if (lineage.stream().anyMatch(of)) {
                all.addAll(all(template, today));
            }
        }
        catalog.abstracts().stream()
                .filter(of)
                .filter(file -> !inherited.contains(file))
                .flatMap(file -> Advising.advice(
                        file,
                        file.id(),
                        "/abstract",
                        AdviceCode.ABSTRACT_UNUSED,
                        "No template inherits from it, and no object can be made from it")
                        .stream())
                .forEach(all::add);
        return distinct(all);
    }

    /** Looks at one template, with what it inherits. */
    public static List<Advice> lint(Template template) {
        return distinct(all(template, today()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static List<Advice> all(Template template, LocalDate today) {
        Advising advising = new Advising(template);
        new SourceAdvice(advising, today).give();
        new SectionAdvice(advising).give();
        new FieldAdvice(advising, today).give();
        new TextAdvice(advising).give();
        return advising.advice();
    }

    /** What is inherited is said once. */
    private static List<Advice> distinct(List<Advice> all) {
        Map<List<String>, Advice> first = new LinkedHashMap<>();
        all.forEach(advice ->
                first.putIfAbsent(List.of(advice.file(), advice.pointer(), advice.code(), advice.message()), advice));
        return new ArrayList<>(first.values());
    }
}
