package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateField;
import io.sipwright.trunk.TrunkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All that can be made wrong with one valid spec, by what is wrong. */
final class Mistakes<S extends ObjectSpec> {

    private final SpecForm<S> form;
    private final S good;
    private final Map<String, List<NearlyValid<S>>> found = new LinkedHashMap<>();

    private Mistakes(SpecForm<S> form, S good) {
        this.form = form;
        this.good = good;
    }

    /** By the sort of mistake. */
    static <S extends ObjectSpec> Map<String, List<NearlyValid<S>>> of(SpecForm<S> form, S good) {
        Mistakes<S> mistakes = new Mistakes<>(form, good);
        mistakes.names();
        mistakes.fields();
        mistakes.missing();
        mistakes.secrets();
        mistakes.overrides();
        mistakes.networks();
        return mistakes.found;
    }

    private void add(String sort, String label, String path, S spec) {
        found.computeIfAbsent(sort, key -> new ArrayList<>()).add(new NearlyValid<>(spec, label, path));
    }

    private void names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("no name", "");
        names.put("name of blanks", "  ");
        names.put("name too long", "n".repeat(form.maxNameLength() + 1));
        names.put("name with a bracket", "a]b");
        names.put("name with a line feed", "a\n[evil]");
        names.put("name with a blank", "a b");
        names.put("name that begins with a hyphen", "-a");
        names.put("reserved name", "global");
        names.put("name of a transport", "transport-udp");
        names.put("name for strangers", "anonymous");
        names.forEach((label, name) -> add(label, label, "name", form.named(good, name, good.active())));
        add("unknown template", "unknown template", form.templatePath(), form.withTemplate(good, "no_such_template"));
        add("no template", "no template", form.templatePath(), form.withTemplate(good, ""));
    }

    private void fields() {
        add("unknown field", "unknown field", "no_such_field", set("no_such_field", FieldValue.of("a")));
        for (TemplateField field : form.template().fields()) {
            BadValues.of(field)
                    .forEach((label, value) -> add(
                            label.replaceFirst(": .*", ""),
                            field.name() + ": " + label,
                            field.name(),
                            set(field.name(), value)));
        }
    }

    /** Only fields that nothing else fills in. */
    private void missing() {
        Template template = form.template();
        for (TemplateField field : template.fields()) {
            if (field.required() == null || !good.fields().asMap().containsKey(field.name())) {
                continue;
            }
            S without = without(field.name());
            Map<String, FieldValue> effective = template.effective(without);
            if (!effective.containsKey(field.name())
                    && Requirement.of(field.required().condition()).holds(effective)) {
                add("missing", field.name() + ": missing", field.name(), without);
            }
        }
    }

    private void secrets() {
        for (TemplateField field : form.template().fields()) {
            if (field.type() != FieldType.SECRET || !good.fields().asMap().containsKey(field.name())) {
                continue;
            }
            boolean bounded = field.min() != null || field.max() != null; // which is looked at first
            Map<String, String> weak = new LinkedHashMap<>();
            weak.put("short password", "x9;V");
            weak.put("common password", "password12345678");
            weak.put("password of one character", "aaaaaaaaaaaaaaaa");
            weak.put("password in a row", "abcdefghijklmnop");
            if (good.name().length() >= 3 && !bounded) {
                weak.put("password with the name", "x9;V" + good.name() + "Kp7#Lm2q");
            }
            weak.forEach((label, secret) -> {
                if (secret.length() <= FieldSamples.longest(field)) {
                    add(label, field.name() + ": " + label, field.name(), set(field.name(), FieldValue.of(secret)));
                }
            });
        }
    }

    private void overrides() {
        override("override of an unknown section", OptionOverride.set("no_such_section", "context", "a"));
        for (String role : form.template().roles()) {
            override("override of an unknown option", OptionOverride.set(role, "no_such_option", "a"));
            override("override removes an unknown option", OptionOverride.remove(role, "no_such_option"));
            override("override of the type", OptionOverride.set(role, "type", "endpoint"));
            override("override of a stamp", OptionOverride.set(role, "@rev", "1"));
            booleans(role).forEach(option -> {
                override("override with a line feed", OptionOverride.set(role, option, "yes\n[evil]"));
                override("override of another form", OptionOverride.set(role, option, "perhaps"));
                override("override with two values", OptionOverride.set(role, option, "yes", "no"));
            });
        }
    }

    private List<String> booleans(String role) {
        return form.template()
                .sectionType(role)
                .flatMap(type -> PjsipSchema.of(AsteriskVersion.V16).type(type))
                .map(type -> type.options().values().stream()
                        .filter(option -> option.kind().equals("bool"))
                        .map(option -> option.name())
                        .sorted()
                        .limit(2)
                        .toList())
                .orElse(List.of());
    }

    private void override(String sort, OptionOverride override) {
        add(sort, sort + " " + override.path(), "overrides." + override.path(), form.with(good, override));
    }

    private void networks() {
        FieldValue match = form.template().effective(good).get("inbound_match");
        if (form.template().field(ProviderTemplate.INBOUND_SOURCES).isPresent()
                && match != null
                && match.text().equals("address")
                && set(ProviderTemplate.INBOUND_SOURCES, FieldValue.of("10.0.0.0/8")) instanceof TrunkSpec wide) {
            @SuppressWarnings("unchecked") // it is what it was made from
            S spec = (S) wide.toBuilder().allowWideInbound(false).build();
            add("wide network", "inbound source that is wide", ProviderTemplate.INBOUND_SOURCES, spec);
        }
    }

    private S set(String field, FieldValue value) {
        return changed(values -> {
            values.put(field, value);
            return values;
        });
    }

    private S without(String field) {
        return changed(values -> {
            values.remove(field);
            return values;
        });
    }

    private S changed(UnaryOperator<Map<String, FieldValue>> change) {
        Map<String, FieldValue> values =
                change.apply(new LinkedHashMap<>(good.fields().asMap()));
        S spec = form.named(form.make("sample", values), good.name(), good.active());
        for (OptionOverride override : good.overrides()) {
            spec = form.with(spec, override);
        }
        return spec;
    }
}
