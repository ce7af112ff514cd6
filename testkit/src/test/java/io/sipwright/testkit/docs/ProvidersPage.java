package io.sipwright.testkit.docs;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Stamps;
import io.sipwright.target.WriteResult;
import io.sipwright.template.FieldValue;
import io.sipwright.template.Provenance;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.TemplateField;
import io.sipwright.testkit.template.TemplateSamples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.ValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes {@code docs/providers.md} from the templates. */
final class ProvidersPage {

    static final String PLACEHOLDER = "<password>";
    static final String PASSWORD = "Vk7#qLw2-Zr9xTm4";

    private final TemplateCatalog catalog;
    private final StringBuilder text = new StringBuilder();

    private ProvidersPage(TemplateCatalog catalog) {
        this.catalog = catalog;
    }

    static String of(TemplateCatalog catalog) {
        ProvidersPage page = new ProvidersPage(catalog);
        page.write();
        return page.text.toString();
    }

    private void write() {
        line("# Providers");
        line("");
        line("Generated from the templates of the catalogue " + catalog.version() + "; do not edit. The test");
        line(
                "`ProvidersPageTest` checks it, and writes it with `-Dproviders=write`. How to read and write a template:");
        line("[templates.md](templates.md). Of a default that depends on other fields, its last form is shown.");
        line("");
        line("| provider | template | authentication | checked | evidence |");
        line("|---|---|---|---|---|");
        for (ProviderTemplate template : catalog.providers().values()) {
            line("| " + template.displayName() + " | [`" + template.id() + "`](#" + template.id() + ") | "
                    + String.join(", ", template.authModes()) + " | "
                    + template.provenance().checked() + " | "
                    + evidence(template.provenance()) + " |");
        }
        catalog.providers().values().forEach(this::provider);
    }

    private void provider(ProviderTemplate template) {
        line("");
        line("## " + template.id());
        line("");
        line("**" + template.displayName() + "**, version " + template.version() + ". " + template.description()
                + (template.description().endsWith(".") ? "" : "."));
        line("");
        template.notes().forEach(note -> line("- " + note));
        line(template.notes().isEmpty() ? "No notes." : "");
        bullets("Servers", given(template, ProviderTemplate.SERVER));
        bullets("Calls come from", given(template, ProviderTemplate.INBOUND_SOURCES));
        template.leaving().forEach((address, day) -> line("- `" + address + "` is given up after " + day + "."));
        fields(template);
        choices(template);
        sample(template);
        sources(template.provenance());
    }

    private void bullets(String title, List<String> values) {
        line(title + ": " + (values.isEmpty() ? "filled in by you." : ""));
        line("");
        values.forEach(value -> line("- " + value));
        if (!values.isEmpty()) {
            line("");
        }
    }

    /** What the template itself puts into a field. */
    private static List<String> given(ProviderTemplate template, String name) {
        List<String> given = new ArrayList<>();
        template.field(name).flatMap(TemplateField::defaultText).ifPresent(value -> given.add(code(value)));
        Map<String, Set<String>> byChoice = new LinkedHashMap<>();
        for (TemplateField field : template.fields()) {
            field.choices().forEach((value, choice) -> {
                FieldValue set = choice.sets().get(name);
                if (set != null) {
                    byChoice.computeIfAbsent(code(String.join(",", set.items())), key -> new LinkedHashSet<>())
                            .add(field.name() + "=" + value);
                }
            });
        }
        byChoice.forEach((values, choices) -> given.add(values + " with " + String.join(", ", choices)));
        return given;
    }

    private static String code(String list) {
        return Stream.of(list.split(",")).map(item -> "`" + item + "`").collect(Collectors.joining(", "));
    }

    private void fields(ProviderTemplate template) {
        line("| field | type | required | default | |");
        line("|---|---|---|---|---|");
        for (TemplateField field : template.fields()) {
            TemplateField.RequiredWhen required = field.required();
            String when =
                    required == null ? "" : required.condition().isEmpty() ? "yes" : "when " + required.condition();
            boolean listed = field.name().equals(ProviderTemplate.INBOUND_SOURCES);
            line("| `" + field.name() + "` | " + field.type().jsonName() + " | " + cell(when) + " | "
                    + field.defaultText()
                            .map(value -> listed ? "as above" : "`" + cell(value) + "`")
                            .orElse("") + " | "
                    + cell(field.label() + (field.help().isEmpty() ? "" : ". " + field.help())) + " |");
        }
        line("");
    }

    private static String cell(String value) {
        return value.replace("|", "\\|");
    }

    private void choices(ProviderTemplate template) {
        for (TemplateField field : template.fields()) {
            if (!field.choices().isEmpty()) {
                line("- `" + field.name() + "`: "
                        + field.choices().entrySet().stream()
                                .map(choice -> "`" + choice.getKey() + "` "
                                        + choice.getValue().label())
                                .collect(Collectors.joining("; "))
                        + ".");
            }
        }
        line("");
    }

    /** With the least that is valid; as it stands on the page, so that its passwords are placeholders. */
    static TrunkSpec sampleOf(ProviderTemplate template) {
        TrunkSpec valid = TemplateSamples.trunks(template).stream()
                .map(spec -> sample(template, spec, PASSWORD))
                .filter(spec -> rendered(template, spec).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError(template.id() + " accepts no sample"));
        return sample(template, valid, PLACEHOLDER);
    }

    static TrunkSpec sample(ProviderTemplate template, TrunkSpec spec, String password) {
        TrunkSpec.Builder sample = TrunkSpec.builder("main", template.id());
        spec.fields().forEach((name, value) -> sample.field(name, isSecret(template, name) ? password : value.text()));
        return sample.build();
    }

    /** As Asterisk 22 gets it, without secrets; empty if it is not valid. */
    private static Optional<String> rendered(ProviderTemplate template, TrunkSpec spec) {
        try (Sipwright sipwright = Sipwright.builder()
                .catalog(TemplateCatalog.of(template))
                .asteriskVersion(AsteriskVersion.V22)
                .stamps(Stamps.off())
                .target(files -> new WriteResult(Map.of()))
                .applying(Applying.ON_REQUEST)
                .build()) {
            return Optional.of(
                    PjsipWriter.toString(sipwright.trunks().preview(spec)).strip());
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }

    private static boolean isSecret(ProviderTemplate template, String name) {
        return template.field(name).filter(TemplateField::isSecret).isPresent();
    }

    private void sample(ProviderTemplate template) {
        TrunkSpec spec = sampleOf(template);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trunk_name", "main");
        json.put("provider", template.id());
        StringBuilder java = new StringBuilder("TrunkSpec.builder(\"main\", \"" + template.id() + "\")\n");
        spec.fields().forEach((name, value) -> {
            String shown = value.text();
            json.put(name, shown);
            java.append("        .field(\"").append(name).append("\", ");
            java.append(isSecret(template, name) ? "password" : "\"" + shown + "\"")
                    .append(")\n");
        });
        block("java", java.append("        .build();").toString());
        block(
                "json",
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(json)
                        .replace("\r\n", "\n"));
        block("ini", rendered(template, sample(template, spec, PASSWORD)).orElseThrow());
    }

    private void sources(Provenance provenance) {
        line("Checked " + provenance.checked() + ", " + evidence(provenance) + "."
                + (provenance.sources().isEmpty() ? " It is for any carrier and has no sources." : " Sources:"));
        if (!provenance.sources().isEmpty()) {
            line("");
            provenance
                    .sources()
                    .forEach(source -> line(
                            "- " + source.what() + (source.address().isEmpty() ? "" : ": <" + source.address() + ">")));
        }
    }

    private static String evidence(Provenance provenance) {
        return provenance.evidence().name().toLowerCase(Locale.ROOT);
    }

    private void block(String language, String content) {
        line("```" + language);
        line(content);
        line("```");
        line("");
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
