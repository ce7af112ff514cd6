package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the sections of one object. */
final class SectionFilling {

    private final TemplateBody body;
    private final FieldResolver resolver;
    private final AsteriskVersion version;
    private final TemplateKind kind;

    SectionFilling(TemplateBody body, FieldResolver resolver, AsteriskVersion version, TemplateKind kind) {
        this.body = body;
        this.resolver = resolver;
        this.version = version;
        this.kind = kind;
    }

    List<FilledSection> fill(ObjectSpec spec, Predicate<SectionTemplate> wanted) {
        Map<String, FieldValue> resolved = resolver.resolve(spec);
        Function<String, @Nullable FieldValue> fields = resolver.written(resolved)::get;
        List<FilledSection> filled = new ArrayList<>(5);
        for (SectionTemplate section : body.sections()) {
            if (!wanted.test(section) || !section.when().holds(resolved::get)) {
                continue;
            }
            if (section.each() == null) {
                filled.add(fillOne(section, fields, spec, 1));
                continue;
            }
            FieldValue list = resolved.get(section.each());
            int number = 2; // the first bears the plain name and is a section of its own
            for (String item : list == null ? List.<String>of() : list.items()) {
                FieldValue one = FieldValue.of(item);
                filled.add(fillOne(
                        section, name -> name.equals(SectionTemplate.ITEM) ? one : fields.apply(name), spec, number++));
            }
        }
        return SectionNaming.of(spec, body).apply(filled);
    }

    private FilledSection fillOne(
            SectionTemplate section, Function<String, @Nullable FieldValue> fields, ObjectSpec spec, int number) {
        List<Option> options = new ArrayList<>(section.options().size() + 2);
        options.add(section.typeOption());
        for (OptionTemplate option : section.options()) {
            option.fill(fields, version, options);
        }
        for (OptionOverride override : spec.overrides()) {
            if (override.section().equals(section.role()) && !override.isName()) {
                apply(override, options);
            }
        }
        String name = kind.sectionName(spec.name(), section.role(), number);
        return new FilledSection(section.role(), new Section(name, List.copyOf(options)));
    }

    private static void apply(OptionOverride override, List<Option> options) {
        int at = options.size();
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).name().equalsIgnoreCase(override.option())) {
                options.remove(i);
                at = i;
            }
        }
        for (String value : override.values()) {
            options.add(at++, new Option(override.option(), value));
        }
    }
}
