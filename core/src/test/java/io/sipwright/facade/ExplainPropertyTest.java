package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Explanation;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.Section;
import io.sipwright.render.SecretMask;
import io.sipwright.render.Stamps;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.ExplainedOption;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FilledSection;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Samples;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateField;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Of whatever object, what is explained is what is rendered, and stands where it is said to. */
class ExplainPropertyTest {

    private static final List<OptionOverride> OVERRIDES = List.of(
            OptionOverride.set("endpoint", "language", "de"),
            OptionOverride.set("endpoint", "set_var", "A=1", "B=a;b"),
            OptionOverride.remove("endpoint", "direct_media"),
            OptionOverride.set("endpoint", "Direct_Media", "yes"),
            OptionOverride.set("aor", "qualify_frequency", "17"),
            OptionOverride.remove("aor", "qualify_frequency"),
            OptionOverride.set("endpoint", OptionOverride.NAME, "renamed endpoint"),
            OptionOverride.set("aor", OptionOverride.NAME, "renamed"),
            OptionOverride.set("auth", OptionOverride.NAME, "renamed"));

    @Property(tries = 25)
    void what_is_explained_is_what_is_rendered(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path directory = Files.createTempDirectory("explain");
        AsteriskVersion version = random.nextBoolean() ? AsteriskVersion.V22 : AsteriskVersion.V16;
        try (Sipwright sipwright = Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .asteriskVersion(version)
                .stamps(random.nextBoolean() ? Stamps.off() : io.sipwright.facade.Samples.STAMPS)
                .target(ConfigFiles.in(directory))
                .build()) {
            for (Template template : Samples.SHIPPED.userTemplates().values()) {
                SipUserSpec user = vary(Samples.user("u_" + template.id(), template.id(), Map.of()), template, random);
                if (isStored(() -> sipwright.users().create(user))) {
                    check(
                            sipwright.users().get(user.name()).spec(),
                            template,
                            version,
                            sipwright.users().explain(user.name()));
                }
            }
            for (Template template : Samples.SHIPPED.providers().values()) {
                TrunkSpec trunk = vary(Samples.trunk("t_" + template.id(), template.id(), Map.of()), template, random);
                if (isStored(() -> sipwright.trunks().create(trunk))) {
                    check(
                            sipwright.trunks().get(trunk.name()).spec(),
                            template,
                            version,
                            sipwright.trunks().explain(trunk.name()));
                }
            }
            assertThat(sipwright.users().list().size()
                            + sipwright.trunks().list().size())
                    .isGreaterThan(0);
        } finally {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private static boolean isStored(Runnable creation) {
        try {
            creation.run();
            return true;
        } catch (ValidationException refused) {
            return false;
        }
    }

    private static void check(ObjectSpec spec, Template template, AsteriskVersion version, Explanation explanation)
            throws IOException {
        List<Section> sections = template.fill(spec, version).stream()
                .map(FilledSection::section)
                .toList();
        assertThat(explanation.parts())
                .extracting(part -> part.section().name())
                .isEqualTo(sections.stream().map(Section::name).toList());
        List<Section> masked =
                SecretMask.of(new PjsipDocument(new ArrayList<>(sections))).sections();
        for (int i = 0; i < sections.size(); i++) {
            Explanation.Part part = explanation.parts().get(i);
            List<ExplainedOption> options = part.section().options();
            assertThat(options.stream()
                            .map(option -> new Option(option.name(), option.value()))
                            .toList())
                    .isEqualTo(masked.get(i).options());
            assertThat(options).allMatch(option -> option.template() != null || option.override() != null);
            for (int line = 0; line < options.size(); line++) {
                Location location = part.line("default", line).orElseThrow();
                Option option = sections.get(i).options().get(line);
                assertThat(Files.readAllLines(Path.of(location.file())).get(location.line() - 1))
                        .isEqualTo(option.name() + "=" + option.value().replace(";", "\\;"));
            }
        }
    }

    private static TrunkSpec vary(TrunkSpec trunk, Template template, Random random) {
        TrunkSpec.Builder varied = trunk.withFields(trunk.fields().with(values(template, random))).toBuilder();
        overrides(random, template).forEach(varied::override);
        return varied.build();
    }

    private static SipUserSpec vary(SipUserSpec user, Template template, Random random) {
        SipUserSpec.Builder varied = user.withFields(user.fields().with(values(template, random))).toBuilder();
        overrides(random, template).forEach(varied::override);
        return varied.build();
    }

    private static List<OptionOverride> overrides(Random random, Template template) {
        List<OptionOverride> overrides = new ArrayList<>();
        for (OptionOverride override : OVERRIDES) {
            if (random.nextInt(3) == 0 && template.roles().contains(override.section())) {
                overrides.add(
                        override.isName()
                                ? OptionOverride.set(
                                        override.section(),
                                        OptionOverride.NAME,
                                        override.values().get(0) + " of " + template.id())
                                : override);
            }
        }
        return overrides;
    }

    private static Map<String, Optional<FieldValue>> values(Template template, Random random) {
        Map<String, Optional<FieldValue>> values = new LinkedHashMap<>();
        for (TemplateField field : template.fields()) {
            if (random.nextInt(4) == 0) {
                value(field, random).ifPresent(value -> values.put(field.name(), Optional.of(FieldValue.of(value))));
            }
        }
        return values;
    }

    private static Optional<String> value(TemplateField field, Random random) {
        if (field.type() == FieldType.CHOICE) {
            List<String> choices = List.copyOf(field.choices().keySet());
            return Optional.of(choices.get(random.nextInt(choices.size())));
        }
        return switch (field.name()) {
            case "register_backups", "srtp" -> Optional.of("yes");
            case "backup_servers" -> Optional.of("b.example.com,c.example.com:5070");
            case "inbound_sources" -> Optional.of("192.0.2." + (1 + random.nextInt(250)));
            case "outbound_proxy" -> Optional.of("sip:proxy.example.com");
            case "display_name" -> Optional.of("Anna \"A;\" Müller");
            case "port" -> Optional.of("5090");
            case "did" -> Optional.of("+15557654321");
            case "voicemail" -> Optional.of("1001@default,1002@default");
            case "call_limit" -> Optional.of("2");
            default -> Optional.empty();
        };
    }
}
