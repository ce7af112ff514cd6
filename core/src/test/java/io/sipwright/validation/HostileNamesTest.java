package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.Samples;
import io.sipwright.template.Template;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every hostile string as a name or in an override is refused or read back exactly. */
class HostileNamesTest {

    private final Checking checking = Checking.standard();

    @Test
    void as_the_name_of_a_trunk() {
        int exact = 0;
        for (String name : HostileStrings.all()) {
            TrunkSpec trunk = Samples.trunk("telnyx").toBuilder().name(name).build();
            if (checking.create(trunk).isEmpty()) {
                Template template = Samples.SHIPPED.provider("telnyx").orElseThrow();
                assertThat(HostileFields.readBack(template, trunk).sections())
                        .allSatisfy(section -> assertThat(section.name()).startsWith(name));
                exact++;
            }
        }
        assertThat(exact).isBetween(30, HostileStrings.all().size() / 2);
    }

    @Test
    void as_the_name_of_a_user() {
        int exact = 0;
        for (String name : HostileStrings.all()) {
            SipUserSpec user =
                    Samples.user("basic_user").toBuilder().username(name).build();
            if (checking.create(user).isEmpty()) {
                Template template = Samples.SHIPPED.userTemplate("basic_user").orElseThrow();
                assertThat(HostileFields.readBack(template, user).sections())
                        .allSatisfy(section -> assertThat(section.name()).isEqualTo(name));
                exact++;
            }
        }
        assertThat(exact).isBetween(30, HostileStrings.all().size() / 2);
    }

    @Test
    void as_the_name_of_a_template() {
        for (String id : HostileStrings.all()) {
            assertThat(checking.create(SipUserSpec.builder("a", id).build())).isNotEmpty();
            assertThat(checking.create(TrunkSpec.builder("a", id).build())).isNotEmpty();
        }
    }

    @Test
    void as_the_value_of_an_override() {
        for (Template template : Samples.userTemplates().toList()) {
            values(template, Samples.user(template.id()));
        }
        for (Template template : Samples.providers().toList()) {
            int exact = 0;
            for (String value : HostileStrings.all()) {
                TrunkSpec trunk = Samples.trunk(template.id()).toBuilder()
                        .override(OptionOverride.set("endpoint", "callerid_tag", value))
                        .build();
                exact += judge(template, trunk, value, checking.create(trunk));
            }
            assertThat(exact).isBetween(200, HostileStrings.all().size() - 50);
        }
    }

    private void values(Template template, SipUserSpec base) {
        int exact = 0;
        for (String value : HostileStrings.all()) {
            SipUserSpec user = base.toBuilder()
                    .override(OptionOverride.set("endpoint", "callerid_tag", value))
                    .build();
            exact += judge(template, user, value, checking.create(user));
        }
        assertThat(exact).isBetween(200, HostileStrings.all().size() - 50);
    }

    private static int judge(Template template, ObjectSpec spec, String value, List<Violation> violations) {
        if (!violations.isEmpty()) {
            return 0;
        }
        assertThat(HostileFields.readBack(template, spec).sections().stream()
                        .flatMap(section -> section.all("callerid_tag").stream()))
                .containsExactly(value);
        return 1;
    }

    @Test
    void as_the_section_or_option_of_an_override() {
        List<String> good = List.of("auth", "endpoint", "aor", "identify", "registration");
        for (String text : HostileStrings.all()) {
            TrunkSpec.Builder trunk = Samples.trunk("telnyx").toBuilder();
            if (!good.contains(text)) {
                assertThat(checking.create(trunk.override(OptionOverride.set(text, "language", "de"))
                                .build()))
                        .isNotEmpty();
            }
            trunk = Samples.trunk("telnyx").toBuilder();
            if (!List.of("auth", "100rel").contains(text)) {
                assertThat(checking.create(trunk.override(OptionOverride.set("endpoint", text, "x"))
                                .build()))
                        .isNotEmpty();
            }
        }
    }
}
