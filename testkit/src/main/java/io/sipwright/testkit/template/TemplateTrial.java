package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.UserTemplate;
import io.sipwright.validation.SecretPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries a template with all of its samples. */
final class TemplateTrial {

    private TemplateTrial() {}

    /** What is wrong with it, the same only once. */
    static Collection<Fault> faults(Template template, List<AsteriskVersion> versions) {
        return template instanceof ProviderTemplate provider
                ? faults(new TrunkForm(provider), versions)
                : faults(new UserForm((UserTemplate) template), versions);
    }

    private static <S extends ObjectSpec> Collection<Fault> faults(SpecForm<S> form, List<AsteriskVersion> versions) {
        Map<String, Fault> faults = new LinkedHashMap<>();
        Completion<S> completion =
                new Completion<>(form, SecretPolicy.standard().userMinimum(), spec -> true);
        Goals goals = Goals.of(form, completion);
        if (goals.least().isEmpty()) {
            SpecJudge judge = new SpecJudge(
                    TemplateCatalog.of(form.template()), EnumSet.copyOf(versions), SecretPolicy.standard());
            String why = Unfillable.why(form, judge, SecretPolicy.standard().userMinimum());
            return List.of(new Fault("", "all fields", "no values were found that it accepts: " + why, "", ""));
        }
        goals.unreachable().forEach(choice -> {
            Fault fault = new Fault(
                    "",
                    "field " + choice.substring(0, choice.indexOf('=')),
                    "nothing makes " + choice + " valid",
                    "correct its \"when\", or take it out",
                    "");
            faults.put(fault.key(), fault);
        });
        List<S> samples = new ArrayList<>(TemplateSamples.usual(form));
        samples.addAll(TemplateSamples.extremes(form));
        for (AsteriskVersion version : versions) {
            Rendering<S> rendering = new Rendering<>(form, version);
            samples.forEach(spec -> rendering.faults(spec).forEach(fault -> faults.putIfAbsent(fault.key(), fault)));
        }
        return faults.values();
    }
}
