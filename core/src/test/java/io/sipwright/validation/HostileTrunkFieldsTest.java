package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Samples;
import io.sipwright.template.TemplateField;
import io.sipwright.trunk.TrunkSpec;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile string in every field of every provider is refused or read back exactly. */
class HostileTrunkFieldsTest {

    static Stream<ProviderTemplate> providers() {
        return Samples.providers();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void is_refused_or_exact(ProviderTemplate provider) {
        Checking checking = Checking.standard();
        HostileFields judge = new HostileFields();
        for (TemplateField field : provider.fields()) {
            TrunkSpec base = base(provider.id(), field.name());
            for (String value : HostileStrings.all()) {
                TrunkSpec trunk = base.toBuilder()
                        .allowWideInbound(true)
                        .field(field.name(), value)
                        .build();
                trunk = trunk.withFields(provider.normalize(trunk.fields()));
                judge.judge(provider, trunk, field.name(), value, checking.create(trunk));
            }
        }

        assertThat(judge.refused()).isGreaterThan(1000);
        assertThat(judge.exact()).isGreaterThan(500);
    }

    /** In a mode in which the field has a place in the sections. */
    private static TrunkSpec base(String provider, String field) {
        return switch (provider) {
            case "bandwidth", "exotel", "aws_chime_voice_connector" ->
                Samples.trunk("t", provider, Map.of("auth", "credentials", "username", "acme-pbx"));
            case "questblue" -> Samples.trunk("t", provider, Map.of("auth", "registration"));
            case "wavix" ->
                Samples.trunk(
                        "t", provider, field.equals("inbound_sources") ? Map.of("inbound_match", "address") : Map.of());
            case "zadarma" -> Samples.trunk("t", provider, field.equals("did") ? Map.of("auth", "ip") : Map.of());
            case "plain_trunk" ->
                Samples.trunk(
                        "t", provider, field.equals("inbound_hosts") ? Map.of("inbound_match", "host") : Map.of());
            default -> Samples.trunk("t", provider, Map.of());
        };
    }
}
