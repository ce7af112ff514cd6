package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a template says what existing sections say: values for its fields, and overrides for what they cannot say. An object
 * with them renders to sections with the same {@linkplain io.sipwright.pjsip.EffectiveOptions effective options}.
 *
 * @param template id of the template
 * @param fields to be given, as few as possible
 * @param overrides for the rest, names of sections among them
 */
public record TemplateFit(String template, FieldValues fields, List<OptionOverride> overrides) {

    /**
     * What an object has to become to say what sections say, that someone has edited: the same template, and its own fields
     * as far as they still hold.
     *
     * @param template of the object
     * @param object as it was before the edit
     * @param sections all that belong to it now
     * @return empty when the template has no place for one of the sections, or misses one
     */
    public static Optional<TemplateFit> of(
            Template template, ObjectSpec object, List<Section> sections, AsteriskVersion version) {
        SourceSections source = new SourceSections(object.name(), sections, template, version);
        Map<String, List<FieldValue>> guesses = new FieldGuesses(template.body(), version).of(object.name(), source);
        return source.left() > 0
                ? Optional.empty()
                : new FitSearch(template, version, object.name(), source, guesses)
                        .searchFrom(object.fields().asMap());
    }

    public TemplateFit {
        overrides = List.copyOf(overrides);
    }

    /** How far the template is from saying it by itself: smaller is better. */
    long distance() {
        long real = overrides.stream().filter(override -> !override.isName()).count();
        return FitSearch.DIFFERENCE * real + fields.asMap().size();
    }
}
