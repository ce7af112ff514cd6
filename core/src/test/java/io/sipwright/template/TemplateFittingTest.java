package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.Section;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Existing sections find the template that they could have been made with. */
class TemplateFittingTest {

    private static final AsteriskVersion V22 = AsteriskVersion.V22;
    private static final TemplateFitting FITTING = new TemplateFitting(
            Samples.SHIPPED.providers().values(),
            Samples.SHIPPED.userTemplates().values(),
            V22);

    static Stream<ObjectSpec> trunks() {
        return Samples.providers().<ObjectSpec>flatMap(provider -> Samples.everyMode(provider).stream());
    }

    static Stream<ObjectSpec> users() {
        return Samples.userTemplates().map(template -> Samples.user(template.id()));
    }

    /** Where each customer has servers of its own, nothing tells which carrier they belong to. */
    private static boolean isRecognisable(ObjectSpec trunk) {
        return !Set.of("bandwidth", "plivo", "gamma", "swisscom_sbc", "telstra_sip_connect")
                .contains(trunk.templateId());
    }

    @ParameterizedTest
    @MethodSource("trunks")
    void what_a_carrier_s_template_made_needs_no_override(ObjectSpec trunk) {
        ProviderTemplate template = Samples.SHIPPED.provider(trunk.templateId()).orElseThrow();
        List<Section> sections = sections(template, trunk);

        TemplateFit fit = FITTING.trunk(trunk.name(), sections).orElseThrow();

        if (isRecognisable(trunk)) {
            assertThat(fit.overrides())
                    .as("fitted " + fit.template() + " " + fit.fields())
                    .isEmpty();
        }
        assertSame(sections, fit, trunk.name());
    }

    @ParameterizedTest
    @MethodSource("users")
    void what_a_user_s_template_made_needs_no_override(ObjectSpec user) {
        UserTemplate template = Samples.SHIPPED.userTemplate(user.templateId()).orElseThrow();
        List<Section> sections = sections(template, user);

        TemplateFit fit = FITTING.user(user.name(), sections).orElseThrow();

        assertThat(fit.overrides())
                .as("fitted " + fit.template() + " " + fit.fields())
                .isEmpty();
        assertSame(sections, fit, user.name());
    }

    @Test
    void servers_that_are_registered_at_over_tcp_are_a_list() {
        TrunkSpec trunk = Samples.trunk(
                "main",
                "custom_credential",
                Map.of(
                        "signalling", "tcp",
                        "backup_servers", "[2001:db8::74e2]:122,b.example.com:749,192.0.2.4",
                        "register_backups", "yes"));
        ProviderTemplate template = Samples.SHIPPED.provider(trunk.provider()).orElseThrow();

        TemplateFit fit = FITTING.trunk(trunk.name(), sections(template, trunk)).orElseThrow();

        assertThat(fit.overrides()).isEmpty();
        assertThat(fit.fields().get("backup_servers").items()).hasSize(3);
    }

    @Test
    void the_least_is_said() {
        TemplateFit fit = FITTING.user("alice", sections("""
                [alice]
                type=endpoint
                context=sales
                disallow=all
                allow=ulaw
                allow=alaw
                auth=alice
                aors=alice
                direct_media=no
                rtp_symmetric=yes
                rewrite_contact=yes
                transport=transport-udp
                callerid=Alice <1001>
                [alice]
                type=auth
                auth_type=userpass
                username=alice
                password=Tq7-vRz2mXw9
                [alice]
                type=aor
                max_contacts=1
                remove_existing=yes
                qualify_frequency=30
                """)).orElseThrow();

        assertThat(fit.template()).isEqualTo("basic_user");
        assertThat(fit.fields().asMap()).containsOnlyKeys("extension", "secret", "display_name", "context");
        assertThat(fit.overrides()).isEmpty();
    }

    @Test
    void what_no_template_says_becomes_an_override() {
        TemplateFit fit = FITTING.user("alice", sections("""
                [alice]
                type=endpoint
                context=sales
                allow=!all,g722
                auth=alice-login
                aors=alice
                language=de
                [alice-login]
                type=auth
                username=alice
                password=Tq7-vRz2mXw9
                [alice]
                type=aor
                max_contacts=2
                """)).orElseThrow();

        assertThat(fit.template()).isEqualTo("plain_user");
        assertThat(fit.fields().asMap()).containsOnlyKeys("secret", "context", "codecs", "max_contacts");
        assertThat(fit.overrides())
                .containsExactlyInAnyOrder(
                        OptionOverride.set("auth", "@name", "alice-login"),
                        OptionOverride.set("endpoint", "language", "de"));
    }

    @Test
    void what_a_template_says_too_much_is_taken_away() {
        TemplateFit fit = FITTING.user("alice", sections("""
                [alice]
                type=endpoint
                transport=transport-udp
                context=from-internal
                allow=ulaw,alaw
                auth=alice
                aors=alice
                direct_media=no
                rtp_symmetric=yes
                callerid="alice" <alice>
                [alice]
                type=auth
                username=alice
                password=Tq7-vRz2mXw9
                [alice]
                type=aor
                max_contacts=1
                remove_existing=yes
                qualify_frequency=30
                """)).orElseThrow();

        assertThat(fit.template()).isEqualTo("basic_user");
        assertThat(fit.overrides()).containsExactly(OptionOverride.remove("endpoint", "rewrite_contact"));
    }

    @Test
    void sections_that_no_template_has_a_place_for_fit_none() {
        List<Section> sections = sections("""
                [alice]
                type=endpoint
                auth=alice,bob
                aors=alice
                [alice]
                type=auth
                password=Tq7-vRz2mXw9
                [bob]
                type=auth
                password=Tq7-vRz2mXw9
                [alice]
                type=aor
                """);

        assertThat(FITTING.user("alice", sections)).isEmpty();
        assertThat(FITTING.trunk("alice", sections)).isEmpty();
    }

    private static List<Section> sections(String text) {
        return PjsipParser.create().parse("test", text).document().sections();
    }

    private static List<Section> sections(Template template, ObjectSpec spec) {
        return template.fill(spec, V22).stream().map(FilledSection::section).toList();
    }

    private static void assertSame(List<Section> sections, TemplateFit fit, String name) {
        Template template = Samples.SHIPPED
                .provider(fit.template())
                .map(Template.class::cast)
                .or(() -> Samples.SHIPPED.userTemplate(fit.template()))
                .orElseThrow();
        var spec = new Fitted(name, fit.template(), fit.fields(), fit.overrides());
        assertThat(template.check(spec)).isEmpty();
        assertThat(sections(template, spec).stream().map(TemplateFittingTest::effect))
                .containsExactlyElementsOf(
                        sections.stream().map(TemplateFittingTest::effect).toList());
    }

    private static Map.Entry<String, Map<String, List<String>>> effect(Section section) {
        return Map.entry(
                section.type().orElse("") + " " + section.name(),
                EffectiveOptions.of(section, V22).values());
    }

    private record Fitted(String name, String templateId, FieldValues fields, List<OptionOverride> overrides)
            implements ObjectSpec {
        @Override
        public boolean active() {
            return true;
        }
    }
}
