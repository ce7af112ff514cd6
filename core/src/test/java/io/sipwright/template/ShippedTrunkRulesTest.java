package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold for every carrier in every mode and version. */
class ShippedTrunkRulesTest {

    /** The sections of one trunk. */
    record Rendered(String title, List<Section> sections) {

        Optional<Section> first(String type) {
            return sections.stream()
                    .filter(section -> section.type().orElseThrow().equals(type))
                    .findFirst();
        }

        List<Section> all(String type) {
            return sections.stream()
                    .filter(section -> section.type().orElseThrow().equals(type))
                    .toList();
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Rendered> trunks() {
        return Samples.providers()
                .flatMap(provider -> Samples.everyMode(provider).stream()
                        .flatMap(trunk -> Stream.of(AsteriskVersion.values())
                                .map(version -> rendered(provider, trunk, version))));
    }

    /** Without those of the template that has no rules of its own. */
    static Stream<Rendered> ruledTrunks() {
        return trunks().filter(trunk -> !trunk.title().startsWith("plain_"));
    }

    private static Rendered rendered(ProviderTemplate provider, ObjectSpec trunk, AsteriskVersion version) {
        String mode = trunk.fields().text("auth").orElseThrow() + ", "
                + trunk.fields().text("inbound_match").orElseThrow();
        return new Rendered(
                provider.id() + ", " + mode + ", " + version,
                provider.fill(trunk, version).stream()
                        .map(FilledSection::section)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("trunks")
    void no_stranger_gets_in_by_a_name(Rendered trunk) {
        Section endpoint = trunk.first("endpoint").orElseThrow();

        assertThat(endpoint.all("identify_by")).containsExactly("ip");
    }

    @ParameterizedTest
    @MethodSource("trunks")
    void the_carriers_calls_are_not_asked_for_a_password(Rendered trunk) {
        assertThat(trunk.first("endpoint").orElseThrow().all("auth")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("trunks")
    void incoming_addresses_are_no_names(Rendered trunk) {
        trunk.all("identify").forEach(identify -> {
            assertThat(identify.all("match"))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(Network.parse(source)).isPresent());
            assertThat(identify.first("endpoint"))
                    .contains(trunk.first("endpoint").orElseThrow().name());
        });
    }

    @ParameterizedTest
    @MethodSource("trunks")
    void calls_are_recognised_in_one_way(Rendered trunk) {
        boolean line = trunk.title().contains(", line,");
        boolean address = trunk.title().contains(", address,");

        assertThat(trunk.all("identify")).hasSize(address ? 1 : 0);
        trunk.all("registration").forEach(registration -> {
            assertThat(registration.all("line")).isEqualTo(line ? List.of("yes") : List.of());
            assertThat(registration.all("endpoint"))
                    .isEqualTo(
                            line ? List.of(trunk.first("endpoint").orElseThrow().name()) : List.of());
        });
        assertThat(line && trunk.all("registration").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("ruledTrunks")
    void a_refused_registration_is_tried_again(Rendered trunk) {
        trunk.all("registration").forEach(registration -> {
            assertThat(registration.first("auth_rejection_permanent")).contains("no");
            assertThat(registration.first("max_retries")).contains("1000000");
            assertThat(registration.first("forbidden_retry_interval")).contains("600");
            assertThat(registration.first("fatal_retry_interval")).contains("600");
            assertThat(registration.first("contact_user")).isPresent(); // or calls go to 's'
        });
    }

    @ParameterizedTest
    @MethodSource("ruledTrunks")
    void the_caller_is_named_in_one_header(Rendered trunk) {
        Section endpoint = trunk.first("endpoint").orElseThrow();

        // Gamma wants a host in it that Asterisk can't write, All-IP another header: the dialplan adds these.
        boolean none = trunk.title().matches("(gamma|telekom_allip),.*");
        assertThat(endpoint.all("send_pai").size() + endpoint.all("send_rpid").size())
                .isEqualTo(none ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("trunks")
    void names_of_other_sections_exist(Rendered trunk) {
        List<String> auths = trunk.all("auth").stream().map(Section::name).toList();
        List<String> aors = trunk.all("aor").stream().map(Section::name).toList();
        trunk.sections().forEach(section -> {
            assertThat(auths).containsAll(section.all("outbound_auth"));
            section.all("aors").forEach(list -> assertThat(aors).containsAll(List.of(list.split(","))));
        });
        boolean withoutPassword = trunk.title().matches(".*, (ip|certificate),.*");
        assertThat(auths).hasSize(withoutPassword ? 0 : 1);
    }

    @ParameterizedTest
    @MethodSource("ruledTrunks")
    void rewrites_no_contact_and_uses_no_avpf(Rendered trunk) {
        Section endpoint = trunk.first("endpoint").orElseThrow();

        assertThat(endpoint.all("rewrite_contact")).isEmpty();
        assertThat(endpoint.all("use_avpf")).isEmpty();
        assertThat(endpoint.all("direct_media")).containsExactly("no");
    }
}
