package io.sipwright.template;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Advice on texts that are not used as they seem to be meant, and on templates that take the place of others. */
record TextAdvice(Advising advising) {

    private static final Pattern BRACES = Pattern.compile("\\{([a-z][a-z0-9_]*)}");

    void give() {
        Inheritance.Merged written = advising.template().written();
        for (TemplateFile file : written.lineage) {
            TemplateFile former = file.former();
            if (former != null) {
                advising.add(
                        file,
                        "/id",
                        AdviceCode.TEMPLATE_REPLACES,
                        "It takes the place of '" + file.id() + "' in " + former.file());
            }
        }
        Set<String> used = used();
        advising.body().lets().keySet().stream()
                .filter(name -> !used.contains(name))
                // What a child no longer needs is no mistake of its parent.
                .filter(name -> written.origin("/let/" + name) == written.file)
                .forEach(name -> advising.add("/let/" + name, AdviceCode.LET_UNUSED, "No option uses '" + name + "'"));
        for (SectionTemplate section : advising.body().sections()) {
            for (OptionTemplate option : section.options()) {
                option.alternatives().stream()
                        .flatMap(alternative -> alternative.patterns.values().stream())
                        .distinct()
                        .forEach(pattern -> braces(
                                pattern,
                                "/sections/" + section.role() + "/options/" + TemplateReading.step(option.name())));
            }
        }
    }

    private void braces(TextPattern pattern, String pointer) {
        for (String literal : pattern.literals()) {
            Matcher matcher = BRACES.matcher(literal);
            while (matcher.find()) {
                String name = matcher.group(1);
                if (advising.body().field(name) != null
                        || advising.body().lets().containsKey(name)) {
                    advising.add(
                            pointer, AdviceCode.PLACEHOLDER_DOLLAR, "'{" + name + "}' is not filled in: it has no '$'");
                }
            }
        }
    }

    private Set<String> used() {
        Set<String> used = new TreeSet<>();
        advising.body().lets().values().stream()
                .flatMap(List::stream)
                .forEach(alternative -> add(used, alternative.when(), Stream.of(alternative.pattern())));
        for (SectionTemplate section : advising.body().sections()) {
            add(used, section.when(), Stream.of());
            if (section.each() != null) {
                used.add(section.each());
            }
            for (OptionTemplate option : section.options()) {
                option.alternatives()
                        .forEach(alternative -> add(used, alternative.when, alternative.patterns.values().stream()));
            }
        }
        return used;
    }

    private static void add(Set<String> used, Condition when, Stream<TextPattern> patterns) {
        used.addAll(when.fields());
        patterns.forEach(pattern -> used.addAll(pattern.names()));
    }
}
