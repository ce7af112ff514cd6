package io.sipwright.testkit.template;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.render.Renderer;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Template;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.Map;

/** How specs of one template are made, checked and rendered: those of trunks, or those of users. */
interface SpecForm<S extends ObjectSpec> {

    Template template();

    /** A spec with these values in the form that is stored. */
    S make(String name, Map<String, FieldValue> values);

    /** The same under another name, and rendered or not. */
    S named(S spec, String name, boolean active);

    S with(S spec, OptionOverride override);

    /** The same for a template that is not there. */
    S withTemplate(S spec, String id);

    List<Violation> check(S spec, SpecValidator validator);

    List<PjsipElement> render(S spec, Renderer renderer);

    /** What a violation calls the template. */
    String templatePath();

    /** Longest name of an object. */
    int maxNameLength();

    /** Longest name whose sections can be named as well. */
    default int longestName() {
        int suffix = template().sectionNames(make("n", Map.of())).stream()
                .mapToInt(name -> name.length() - 1)
                .max()
                .orElse(0);
        return Math.min(maxNameLength(), PjsipText.MAX_NAME_BYTES - suffix);
    }
}
