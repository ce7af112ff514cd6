package io.sipwright.template;

import static io.sipwright.template.Loading.load;
import static io.sipwright.template.OptionOverride.remove;
import static io.sipwright.template.OptionOverride.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sections that bear a name of their own, and what refers to them. */
class FillingNamesTest {

    private static OptionOverride name(String role, String name) {
        return set(role, OptionOverride.NAME, name);
    }

    private static TrunkSpec trunk(OptionOverride... overrides) {
        return trunk(Map.of(), overrides);
    }

    private static TrunkSpec trunk(Map<String, String> fields, OptionOverride... overrides) {
        TrunkSpec.Builder trunk = Samples.trunk("carrier", "custom_credential", fields).toBuilder();
        List.of(overrides).forEach(trunk::override);
        return trunk.build();
    }

    private static SipUserSpec user(OptionOverride... overrides) {
        SipUserSpec.Builder user = Samples.user("6001", "basic_user", Map.of()).toBuilder();
        List.of(overrides).forEach(user::override);
        return user.build();
    }

    private static Template template(ObjectSpec spec) {
        return spec instanceof TrunkSpec
                ? Samples.SHIPPED.provider(spec.templateId()).orElseThrow()
                : Samples.SHIPPED.userTemplate(spec.templateId()).orElseThrow();
    }

    private static List<FilledSection> fill(ObjectSpec spec) {
        return template(spec).fill(spec, AsteriskVersion.V22);
    }

    /** Names of the sections by role; of several with one role, joined. */
    private static Map<String, String> names(ObjectSpec spec) {
        return fill(spec).stream()
                .collect(Collectors.toMap(
                        FilledSection::role, filled -> filled.section().name(), (a, b) -> a + " " + b));
    }

    private static List<String> values(ObjectSpec spec, String role, String option) {
        return fill(spec).stream()
                .filter(filled -> filled.role().equals(role))
                .flatMap(filled -> filled.section().all(option).stream())
                .toList();
    }

    @Test
    void sections_of_a_trunk_and_what_refers_to_them() {
        TrunkSpec trunk = trunk(
                Map.of("inbound_match", "line"),
                name("endpoint", "carrier-out"),
                name("auth", "my auth"),
                name("aor", "carrier"),
                name("registration", "reg"));

        assertThat(names(trunk))
                .isEqualTo(
                        Map.of("registration", "reg", "auth", "my auth", "aor", "carrier", "endpoint", "carrier-out"));
        assertThat(values(trunk, "registration", "outbound_auth")).containsExactly("my auth");
        assertThat(values(trunk, "registration", "endpoint")).containsExactly("carrier-out");
        assertThat(values(trunk, "endpoint", "outbound_auth")).containsExactly("my auth");
        assertThat(values(trunk, "endpoint", "aors")).containsExactly("carrier");
        assertThat(values(trunk, "endpoint", OptionOverride.NAME)).isEmpty();
    }

    @Test
    void an_identify_follows_its_endpoint() {
        TrunkSpec trunk = trunk(
                Map.of("inbound_sources", "192.0.2.1"), name("endpoint", "carrier"), name("identify", "from-carrier"));

        assertThat(values(trunk, "identify", "endpoint")).containsExactly("carrier");
        assertThat(names(trunk)).containsEntry("identify", "from-carrier").containsEntry("auth", "carrier-auth");
    }

    @Test
    void sections_made_for_each_item_follow_as_well_and_get_names_in_order() {
        TrunkSpec trunk = trunk(
                Map.of("backup_servers", "b.example.com,c.example.com", "register_backups", "yes"),
                name("auth", "shared"),
                set("registration-backup", OptionOverride.NAME, "second"));

        assertThat(names(trunk)).containsEntry("registration-backup", "second carrier-3");
        assertThat(values(trunk, "registration-backup", "outbound_auth")).containsExactly("shared", "shared");
    }

    @Test
    void references_go_by_type_where_all_sections_bear_one_name() {
        SipUserSpec byAuth = user(name("auth", "auth6001"));
        assertThat(names(byAuth)).isEqualTo(Map.of("auth", "auth6001", "aor", "6001", "endpoint", "6001"));
        assertThat(values(byAuth, "endpoint", "auth")).containsExactly("auth6001");
        assertThat(values(byAuth, "endpoint", "aors")).containsExactly("6001");
        assertThat(values(byAuth, "auth", "username")).containsExactly("6001");

        SipUserSpec byAor = user(name("aor", "aor6001"));
        assertThat(values(byAor, "endpoint", "auth")).containsExactly("6001");
        assertThat(values(byAor, "endpoint", "aors")).containsExactly("aor6001");

        SipUserSpec byEndpoint = user(name("endpoint", "phone6001"));
        assertThat(names(byEndpoint)).isEqualTo(Map.of("auth", "6001", "aor", "6001", "endpoint", "phone6001"));
        assertThat(values(byEndpoint, "endpoint", "auth")).containsExactly("6001");
    }

    @Test
    void a_reference_set_by_hand_stays() {
        SipUserSpec user = user(
                set("endpoint", "AUTH", "6001"),
                name("auth", "auth6001"),
                name("aor", "x"),
                remove("endpoint", "aors"));

        assertThat(values(user, "endpoint", "auth")).containsExactly("6001");
        assertThat(values(user, "endpoint", "aors")).isEmpty();
    }

    @Test
    void of_a_list_only_the_name_changes() {
        ProviderTemplate template = load("{'id':'x','kind':'provider','sections':{"
                + "'aor':{'options':{'contact':'sip:a'}},"
                + "'endpoint':{'options':{'aors':'other, ${name}-aor ,${name}-aor2','context':'${name}-aor'}}}}");

        assertThat(Filled.of("t").override(name("aor", "mine")).lines(template))
                .containsExactly(
                        "[mine]",
                        "type=aor",
                        "contact=sip:a",
                        "[t-endpoint]",
                        "type=endpoint",
                        "aors=other,mine,t-aor2",
                        "context=t-aor");
        assertThat(Filled.of("t").override(name("endpoint", "e")).lines(template))
                .contains("aors=other, t-aor ,t-aor2");
    }

    @Test
    void a_name_that_another_section_of_the_type_still_bears_is_still_referred_to() {
        UserTemplate template = Loading.catalog(
                        Loading.FILE,
                        "{'id':'x','kind':'user','sections':{"
                                + "'auth':{'options':{'username':'a'}},"
                                + "'second':{'type':'auth','options':{'username':'b'}},"
                                + "'endpoint':{'options':{'auth':'${name}'}}}}")
                .userTemplate("x")
                .orElseThrow();

        assertThat(Filled.of("t").override(name("second", "t2")).lines(template))
                .contains("[t2]", "auth=t");
        assertThat(Filled.of("t")
                        .override(name("auth", "t1"), name("second", "t2"))
                        .lines(template))
                .contains("[t1]", "[t2]", "auth=t1");
    }

    @Test
    void overrides_that_name_nothing_change_nothing() {
        assertThat(fill(trunk(remove("endpoint", OptionOverride.NAME)))).isEqualTo(fill(trunk()));
        assertThat(fill(trunk(set("endpoint", OptionOverride.NAME, "a", "b")))).isEqualTo(fill(trunk()));
        assertThat(fill(trunk(name("nowhere", "a")))).isEqualTo(fill(trunk()));
        assertThat(fill(trunk(name("endpoint", "carrier-endpoint")))).isEqualTo(fill(trunk()));
    }

    @Test
    void all_names_that_no_other_object_may_bear() {
        TrunkSpec trunk = trunk(name("endpoint", "Out"), name("aor", "Carrier"), name("registration", "OUT"));

        assertThat(template(trunk).sectionNames(trunk))
                .contains("carrier", "Out", "OUT", "Carrier", "carrier-auth", "carrier-identify")
                .doesNotContain("carrier-endpoint", "carrier-aor");
        assertThat(trunk.explicitSectionNames()).containsExactly("Out");
        assertThat(trunk().explicitSectionNames()).isEmpty();
        assertThat(trunk(set("endpoint", "language", "de")).explicitSectionNames())
                .isEmpty();
    }

    @Test
    void in_json_it_is_an_override_like_others() {
        assertThat(OptionOverride.fromJson(Map.of("endpoint.@name", "carrier")))
                .containsExactly(name("endpoint", "carrier"));
        assertThat(name("endpoint", "carrier").isName()).isTrue();
        assertThat(set("endpoint", "name", "carrier").isName()).isFalse();
    }
}
