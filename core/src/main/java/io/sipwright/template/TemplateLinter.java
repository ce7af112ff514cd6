package io.sipwright.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
     * @return all problems of loading; or, if there are none, the advice on the templates of these files
     * @throws java.io.UncheckedIOException if one can't be read
     */
    public static List<Advice> lint(Path... filesOrDirectories) {
        TemplateCatalog.Builder builder = TemplateCatalog.builder();
        Set<String> shipped = new HashSet<>(builder.files());
        for (Path path : filesOrDirectories) {
            if (Files.isDirectory(path)) {
                builder.addDirectory(path);
            } else {
                builder.addFile(path);
            }
        }
        try {
            return distinct(builder.build().templates().stream()
                    .filter(template ->
                            !shipped.contains(template.written().file.file()))
                    .flatMap(template -> all(template, today()).stream())
                    .toList());
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
        return distinct(catalog.templates().stream()
                .flatMap(template -> all(template, today).stream())
                .toList());
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
