package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * One pair of sections with the same name and type makes Asterisk refuse every object of that type: none may come of a
 * template of the host, neither alone nor beside another object.
 */
class DuplicateSectionsTest {

    private static SpecValidator validator(String template) {
        return new SpecValidator(
                TemplateCatalog.builder()
                        .addJson("x.json", template.replace('\'', '"'))
                        .build(),
                AsteriskVersion.V22,
                SecretPolicy.standard(),
                SpecValidator.USUAL_TRANSPORTS,
                Locale.ENGLISH);
    }

    @Test
    void of_one_user() {
        SpecValidator validator =
                validator("{'id':'x','kind':'user','sections':{'aor':{'options':{'max_contacts':'1'}},"
                        + "'second-aor':{'type':'aor','options':{'max_contacts':'2'}}}}");

        assertThat(validator.check(SipUserSpec.builder("alice", "x").build(), true, Checking.standard()))
                .extracting(Violation::code)
                .contains("schema.duplicate_section");
    }

    @Test
    void of_one_trunk() {
        String each = "{'type':'aor','each':'hosts','options':{'contact':'sip:${item}'}}";
        SpecValidator validator = validator("{'id':'x','kind':'provider','fields':{'hosts':{'type':'hosts'}},"
                + "'sections':{'aor-one':" + each + ",'aor-two':" + each + "}}");
        TrunkSpec trunk = TrunkSpec.builder("t", "x")
                .field("hosts", List.of("a.example.com"))
                .build();

        assertThat(validator.check(trunk, true, Checking.standard()))
                .extracting(Violation::code)
                .contains("schema.duplicate_section");
    }

    @Test
    void of_a_trunk_and_a_user() {
        SpecValidator validator = validator("{'id':'x','kind':'provider','sections':{"
                + "'endpoint-two':{'type':'endpoint','options':{'context':'c'}}}}");
        TrunkSpec trunk = TrunkSpec.builder("t", "x").build();

        assertThat(validator.check(trunk, true, Checking.standard().withUsers("t-endpoint-two")))
                .extracting(Violation::code)
                .contains("name.section_taken");
    }
}
