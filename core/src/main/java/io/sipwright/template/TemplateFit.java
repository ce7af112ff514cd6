package io.sipwright.template;

import java.util.List;

/**
 * How a template says what existing sections say: values for its fields, and overrides for what they cannot say. An object
 * with them renders to sections with the same {@linkplain io.sipwright.pjsip.EffectiveOptions effective options}.
 *
 * @param template id of the template
 * @param fields to be given, as few as possible
 * @param overrides for the rest, names of sections among them
 */
public record TemplateFit(String template, FieldValues fields, List<OptionOverride> overrides) {

    public TemplateFit {
        overrides = List.copyOf(overrides);
    }

    /** How far the template is from saying it by itself: smaller is better. */
    long distance() {
        long real = overrides.stream().filter(override -> !override.isName()).count();
        return FitSearch.DIFFERENCE * real + fields.asMap().size();
    }
}
