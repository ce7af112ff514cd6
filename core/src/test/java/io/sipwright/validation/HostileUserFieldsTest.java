package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.Samples;
import io.sipwright.template.TemplateField;
import io.sipwright.template.UserTemplate;
import io.sipwright.user.SipUserSpec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile string in every field of every kind of user is refused or read back exactly. */
class HostileUserFieldsTest {

    static Stream<UserTemplate> templates() {
        return Samples.userTemplates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void is_refused_or_exact(UserTemplate template) {
        Checking checking = Checking.standard();
        HostileFields judge = new HostileFields();
        SipUserSpec base = Samples.user(template.id());
        for (TemplateField field : template.fields()) {
            for (String value : HostileStrings.all()) {
                SipUserSpec.Builder builder = base.toBuilder();
                if (field.name().equals("realm")) { // which is rendered with a digest only
                    builder.clear("secret").field("md5_digest", "0123456789abcdef0123456789abcdef");
                }
                if (field.name().equals("extension")) { // which some templates render beside a name only
                    builder.field("display_name", "Alice");
                }
                SipUserSpec user = builder.field(field.name(), value).build();
                user = user.withFields(template.normalize(user.fields()));
                judge.judge(template, user, field.name(), value, checking.create(user));
            }
        }

        assertThat(judge.refused()).isGreaterThan(1000);
        assertThat(judge.exact()).isGreaterThan(500);
    }
}
