package io.sipwright.testkit.template;

import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateField;
import io.sipwright.template.UserTemplate;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.SecretPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trunks and users with sample values, the same each time: with the least that a template takes, with everything, and so
 * many others that each two settings of each two fields stand together once. A test server loads them: it has the
 * transport that they name, and calls no one if it is given an {@link io.sipwright.testkit.OfflineOverlay}.
 */
public final class TemplateSamples {

    private TemplateSamples() {}

    /** Of a trunk; none when the template accepts nothing. */
    public static List<TrunkSpec> trunks(ProviderTemplate template) {
        return usual(new TrunkForm(template));
    }

    /** Of a user; none when the template accepts nothing. */
    public static List<SipUserSpec> users(UserTemplate template) {
        return usual(new UserForm(template));
    }

    static <S extends ObjectSpec> List<S> usual(SpecForm<S> form) {
        Completion<S> completion = completion(form);
        Goals goals = Goals.of(form, completion);
        Set<Map<String, FieldValue>> values = new LinkedHashSet<>(ends(form, completion, goals));
        values.addAll(goals.chosen());
        values.addAll(new Pairs<>(form, completion).values());
        return specs(form, values);
    }

    /** With the least, and with everything. */
    static <S extends ObjectSpec> List<S> ends(SpecForm<S> form) {
        Completion<S> completion = completion(form);
        return specs(form, ends(form, completion, Goals.of(form, completion)));
    }

    private static <S extends ObjectSpec> Set<Map<String, FieldValue>> ends(
            SpecForm<S> form, Completion<S> completion, Goals goals) {
        Set<Map<String, FieldValue>> values = new LinkedHashSet<>();
        goals.least().ifPresent(values::add);
        goals.least()
                .map(least -> everything(form, completion, least, FieldSamples::usual))
                .ifPresent(values::add);
        return values;
    }

    /** With everything, of each field what is shortest, what is longest, and what is odd. */
    static <S extends ObjectSpec> List<S> extremes(SpecForm<S> form) {
        Completion<S> completion = completion(form);
        Optional<Map<String, FieldValue>> least = Goals.of(form, completion).least();
        if (least.isEmpty()) {
            return List.of();
        }
        Set<Map<String, FieldValue>> values = new LinkedHashSet<>();
        Stream.<Function<FieldSamples, FieldValue>>of(
                        FieldSamples::shortest,
                        FieldSamples::longest,
                        samples -> odd(samples, 0),
                        samples -> odd(samples, 1),
                        samples -> odd(samples, 2))
                .forEach(which -> values.add(everything(form, completion, least.get(), which)));
        return specs(form, values);
    }

    private static FieldValue odd(FieldSamples samples, int number) {
        return samples.odd().isEmpty()
                ? samples.usual()
                : samples.odd().get(number % samples.odd().size());
    }

    /** One field after the other is filled in, where that does not make the rest invalid. */
    private static <S extends ObjectSpec> Map<String, FieldValue> everything(
            SpecForm<S> form,
            Completion<S> completion,
            Map<String, FieldValue> least,
            Function<FieldSamples, FieldValue> which) {
        Map<String, Optional<FieldValue>> settings = new LinkedHashMap<>();
        Map<String, FieldValue> values = least;
        for (TemplateField field : form.template().fields()) {
            settings.put(field.name(), Optional.of(which.apply(completion.samples(field))));
            Optional<Map<String, FieldValue>> more = completion.filled(settings);
            if (more.isPresent()) {
                values = more.get();
            } else {
                settings.remove(field.name());
            }
        }
        return values;
    }

    private static <S extends ObjectSpec> Completion<S> completion(SpecForm<S> form) {
        return new Completion<>(form, SecretPolicy.standard().userMinimum(), spec -> true);
    }

    private static <S extends ObjectSpec> List<S> specs(SpecForm<S> form, Set<Map<String, FieldValue>> values) {
        List<S> specs = new ArrayList<>();
        values.forEach(one -> specs.add(form.make(form.template().id() + "." + specs.size(), one)));
        return specs;
    }
}
