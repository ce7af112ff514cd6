package io.sipwright;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.target.EditedFile;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of an edited file, taken away one object after the other. Not thread-safe. */
final class EditedSections {

    private final AsteriskVersion version;
    private final List<String> reasons;
    private final Map<String, Section> left = new LinkedHashMap<>();

    EditedSections(EditedFile edit, AsteriskVersion version, List<String> reasons) {
        this.version = version;
        this.reasons = reasons;
        for (PjsipElement element : edit.elements()) {
            if (element instanceof Section section && left.putIfAbsent(key(section), section) != null) {
                reasons.add(key(section) + " stands twice in " + edit.name());
            }
        }
    }

    private static String key(Section section) {
        return section.type().orElse("section") + " " + section.name();
    }

    /** What an object has to become; empty if its sections mean what they did, or if there is a reason why it can't. */
    Optional<TemplateFit> refit(ObjectSpec spec, List<PjsipElement> rendering, Optional<? extends Template> template) {
        List<Section> found = new ArrayList<>();
        boolean same = true;
        for (PjsipElement element : rendering) {
            if (element instanceof Section wanted) {
                Section section = left.remove(key(wanted));
                if (section == null) {
                    reasons.add(key(wanted) + " was taken out; disable or delete " + spec.name() + " instead");
                    return Optional.empty();
                }
                found.add(section);
                same &= EffectiveOptions.of(wanted, version).equals(EffectiveOptions.of(section, version));
            }
        }
        if (same) {
            return Optional.empty();
        }
        Optional<TemplateFit> fit = template.flatMap(present -> TemplateFit.of(present, spec, found, version));
        if (fit.isEmpty()) {
            reasons.add("the template " + spec.templateId() + " can't say what was made of " + spec.name());
        }
        return fit;
    }

    /** What is still there belongs to no object. */
    void refuseRest() {
        left.keySet().forEach(key -> reasons.add(key + " was added, and belongs to no trunk and no user; import it"));
    }
}
