package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Two trunks must not claim the same calls, and none the calls of half the world. */
class InboundRulesTest {

    private static TrunkSpec ip(String name, String sources) {
        return Samples.trunk(name, "custom_ip", Map.of("inbound_sources", sources));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "192.0.2.0/24,192.0.2.77/32",
        "192.0.2.77,192.0.2.0/24",
        "192.0.2.0/25,192.0.2.0/26",
        "2001:db8::/48,2001:db8::1",
        "2001:db8::1,2001:db8:0::/64",
        "2001:0DB8:0:0::1,2001:db8::1",
        "::ffff:192.0.2.1,192.0.2.1",
        "192.0.2.0/24,::ffff:c000:0201",
        "::ffff:192.0.2.0/24,192.0.2.77",
        "'198.51.100.1,192.0.2.1','192.0.2.1,203.0.113.1'"
    })
    void overlap(String present, String added) {
        Checking checking = Checking.standard().withTrunks(ip("first", present));

        Violation violation = Checking.only(checking.create(ip("second", added)), "inbound_sources", "inbound.overlap");
        assertThat(violation.message())
                .startsWith("The trunk 'first' already claims calls from ")
                .contains(
                        "recognise both by it", "identify.match_header", "Or set inbound_match to 'none' on 'second'");
        assertThat(violation.rejectedValue()).isPresent();
        Checking.only(checking.update(ip("second", added)), "inbound_sources", "inbound.overlap");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.2",
        "192.0.2.0/25,192.0.2.128/25",
        "2001:db8::/48,2001:db8:1::/48",
        "192.0.2.0/24,::1",
        "::ffff:192.0.2.1,192.0.2.2",
        "::192.0.2.1,192.0.2.1"
    })
    void no_overlap(String present, String added) {
        assertThat(Checking.standard().withTrunks(ip("first", present)).create(ip("second", added)))
                .isEmpty();
    }

    @Test
    void names_the_addresses_that_are_shared() {
        Violation violation = Checking.only(
                Checking.standard()
                        .withTrunks(ip("first", "192.0.2.0/24"))
                        .create(ip("second", "192.0.2.9,203.0.113.1")),
                "inbound_sources",
                "inbound.overlap");

        assertThat(violation.rejectedValue()).contains("192.0.2.9/32");
    }

    @Test
    void every_other_trunk_is_named() {
        Checking checking = Checking.standard().withTrunks(ip("one", "192.0.2.1"), ip("two", "192.0.2.2"));

        assertThat(checking.create(ip("three", "192.0.2.0/24")))
                .extracting(Violation::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("'one'"),
                        message -> assertThat(message).contains("'two'"));
    }

    @Test
    void two_trunks_of_one_carrier_share_its_addresses() {
        Checking checking = Checking.standard().withTrunks(Samples.trunk("one", "telnyx", Map.of()));

        Checking.only(checking.create(Samples.trunk("two", "telnyx", Map.of())), "inbound_sources", "inbound.overlap");
        assertThat(checking.create(Samples.trunk("two", "telnyx", Map.of("region", "eu"))))
                .isEmpty();
    }

    @Test
    void the_remedy_is_one_that_the_template_offers() {
        TrunkSpec registered = Samples.trunk("registered", "telnyx", Map.of());
        TrunkSpec again = Samples.trunk("again", "telnyx", Map.of());
        TrunkSpec byAddress = Samples.trunk("fixed", "telnyx", Map.of("auth", "ip"));
        TrunkSpec twilio = Samples.trunk("one", "twilio", Map.of("trunk_domain", "ours", "auth", "ip"));
        TrunkSpec twilioToo = twilio.toBuilder().name("two").build();

        assertThat(overlap(registered, again)).contains("Set inbound_match to 'line' on 'again'");
        assertThat(overlap(registered, byAddress))
                .contains("Set inbound_match to 'line' on 'registered'", "Or set inbound_match to 'none' on 'fixed'");
        assertThat(overlap(byAddress, registered)).contains("Set inbound_match to 'line' on 'registered'");
        assertThat(overlap(twilio, twilioToo)).contains("identify.match_header").doesNotContain("'line'");
    }

    private static String overlap(TrunkSpec present, TrunkSpec added) {
        return overlapOf(Checking.standard().withTrunks(present).create(added));
    }

    private static String overlapOf(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.code().equals("inbound.overlap"))
                .findFirst()
                .orElseThrow()
                .message();
    }

    /** The message tells people to do this; so it must be accepted. */
    @Test
    void two_trunks_that_are_recognised_by_a_header() {
        TrunkSpec one = byHeader("one", "15551230001");
        TrunkSpec two = byHeader("two", "15551230002");

        assertThat(Checking.standard().withTrunks(one).create(two)).isEmpty();
        assertThat(Checking.standard().withTrunks(two).create(one)).isEmpty();
    }

    private static TrunkSpec byHeader(String name, String number) {
        return ip(name, "192.0.2.1").toBuilder()
                .override(OptionOverride.remove("identify", "match"))
                .override(OptionOverride.set("identify", "match_header", "To: /sip:[+]?" + number + "@/"))
                .override(OptionOverride.set("endpoint", "deny", "0.0.0.0/0", "::/0"))
                .override(OptionOverride.set("endpoint", "permit", "192.0.2.1"))
                .build();
    }

    @Test
    void addresses_of_overrides_count() {
        TrunkSpec widened = ip("one", "192.0.2.1").toBuilder()
                .override(OptionOverride.set("identify", "match", "192.0.2.7", "198.51.100.0/24"))
                .build();

        assertThat(overlap(widened, ip("two", "198.51.100.9"))).contains("198.51.100.9/32");
        assertThat(Checking.standard().withTrunks(widened).create(ip("two", "192.0.2.1")))
                .isEmpty();
        Checking.only(
                Checking.standard()
                        .create(ip("wide", "192.0.2.1").toBuilder()
                                .override(OptionOverride.set("identify", "match", "0.0.0.0/0"))
                                .build()),
                "inbound_sources",
                "inbound.wide");
    }

    /** What only an override can say, in the forms that Asterisk reads. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.0/255.255.255.0|192.0.2.9|true",
                "192.0.2.0/255.255.255.128|192.0.2.200|false",
                "192.0.0.0/255.0.255.0|192.0.2.9|true",
                "192.0.2.9:5060|192.0.2.9|true",
                "192.0.2.9|192.0.2.9:5060|true",
                "192.0.2.9:5060|192.0.2.9:5060|true",
                "192.0.2.9:5060|192.0.2.9:5080|false",
                "198.51.100.1,192.0.2.9|192.0.2.9|true",
                "sip.carrier.example|192.0.2.9|false",
                "2001:DB8::/48|2001:db8:0:7::1|true"
            })
    void forms_of_an_override(String one, String other, boolean overlap) {
        for (List<TrunkSpec> order : List.of(
                List.of(matching("one", one), matching("two", other)),
                List.of(matching("two", other), matching("one", one)))) {
            assertThat(Checking.standard().withTrunks(order.get(0)).create(order.get(1)))
                    .extracting(Violation::code)
                    .isEqualTo(overlap ? List.of("inbound.overlap") : List.of());
        }
    }

    private static TrunkSpec matching(String name, String match) {
        return ip(name, "203.0.113.1").toBuilder()
                .allowWideInbound(true)
                .override(OptionOverride.set("identify", "match", match))
                .build();
    }

    @Test
    void an_override_is_held_to_width_too() {
        Checking.only(
                Checking.standard()
                        .create(Samples.trunk("one", "telnyx", Map.of()).toBuilder()
                                .override(OptionOverride.set("identify", "match", "192.0.0.0/255.255.0.0"))
                                .build()),
                "inbound_sources",
                "inbound.wide");
    }

    /** It has its addresses in its own section, and no field to say what calls are recognised by. */
    @Test
    void a_template_with_a_section_of_its_own() {
        Checking checking = Checking.with("""
                {
                  "id": "fixed", "kind": "provider", "displayName": "Fixed", "fields": {},
                  "sections": {
                    "aor": {"type": "aor", "options": {"contact": "sip:192.0.2.1"}},
                    "endpoint": {"type": "endpoint", "options": {"aors": "${name}-aor", "identify_by": "ip"}},
                    "identify": {"type": "identify", "options": {
                      "endpoint": "${name}-endpoint", "match": ["192.0.2.0/28", "2001:db8::1"]
                    }}
                  }
                }
                """);
        TrunkSpec one = TrunkSpec.builder("one", "fixed").build();

        Violation violation = Checking.only(
                checking.withTrunks(one)
                        .create(TrunkSpec.builder("two", "fixed").build()),
                "inbound_sources",
                "inbound.overlap");

        assertThat(violation.rejectedValue()).contains("192.0.2.0/28, 2001:db8:0:0:0:0:0:1/128");
        assertThat(violation.message()).contains("identify.match_header").doesNotContain("inbound_match");
        assertThat(overlapOf(checking.create(ip("three", "192.0.2.3"))))
                .contains("Or set inbound_match to 'none' on 'three'");
        assertThat(checking.create(ip("four", "192.0.2.16"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "none"})
    void another_way_of_recognition_fixes_it(String match) {
        TrunkSpec plain = Samples.trunk("one", "telnyx", Map.of());
        TrunkSpec fixed = Samples.trunk("two", "telnyx", Map.of("inbound_match", match));

        assertThat(Checking.standard().withTrunks(plain).create(fixed)).isEmpty();
        assertThat(Checking.standard().withTrunks(fixed).create(plain)).isEmpty();
    }

    @Test
    void trunks_that_are_not_active_claim_nothing() {
        TrunkSpec resting = ip("one", "192.0.2.1").toBuilder().active(false).build();

        assertThat(Checking.standard().withTrunks(resting).create(ip("two", "192.0.2.1")))
                .isEmpty();
        assertThat(Checking.standard().withTrunks(ip("two", "192.0.2.1")).create(resting))
                .isEmpty();
        Checking.only(
                Checking.standard()
                        .withTrunks(ip("two", "192.0.2.1"), resting)
                        .update(resting.toBuilder().active(true).build()),
                "inbound_sources",
                "inbound.overlap");
    }

    @Test
    void a_trunk_does_not_overlap_itself() {
        assertThat(Checking.standard().withTrunks(ip("One", "192.0.2.1")).update(ip("one", "192.0.2.0/24")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "192.0.2.0/23", "2001:db8::/47", "::/0"})
    void wider_than_a_carrier_needs(String sources) {
        Violation violation =
                Checking.only(Checking.standard().create(ip("a", sources)), "inbound_sources", "inbound.wide");

        assertThat(violation.message()).contains("is wider than a carrier needs (/24, or /48 of IPv6)");
        assertThat(violation.rejectedValue()).isPresent();
        assertThat(Checking.standard()
                        .create(ip("a", sources).toBuilder()
                                .allowWideInbound(true)
                                .build()))
                .isEmpty();
    }

    @Test
    void a_carrier_s_own_networks_may_be_wide_and_the_same_filled_in_may_not() {
        TrunkSpec teams = Samples.trunk("teams_direct_routing");

        assertThat(Checking.standard().create(teams)).isEmpty();
        Checking.only(
                Checking.standard()
                        .create(teams.toBuilder()
                                .inboundSources("52.112.0.0/14")
                                .build()),
                "inbound_sources",
                "inbound.wide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"010.1.1.1", "192.0.2.010"})
    void an_address_that_could_be_read_as_octal(String source) {
        assertThat(Checking.standard().create(ip("a", source)))
                .extracting(Violation::code)
                .containsExactly("field.networks");
    }

    @Test
    void json_that_is_no_address_does_not_pass_as_none() {
        TrunkSpec trunk = JsonMapper.shared()
                .readValue(
                        "{\"trunk_name\":\"a\",\"provider\":\"telnyx\",\"username\":\"u\",\"password\":\"Tq7-vRz2;mXw9\","
                                + "\"inbound_sources\":{\"ip\":\"192.0.2.1\"}}",
                        TrunkSpec.class);

        assertThat(List.copyOf(Checking.standard().create(trunk)))
                .extracting(Violation::path, Violation::code)
                .contains(Tuple.tuple("inbound_sources", "field.not_text"));
    }
}
