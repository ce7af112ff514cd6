package io.sipwright.validation;

import static io.sipwright.template.OptionOverride.NAME;
import static io.sipwright.template.OptionOverride.remove;
import static io.sipwright.template.OptionOverride.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that overrides give to sections must be such as Asterisk reads, and free. */
class SectionNameRulesTest {

    private static TrunkSpec trunk(String name, OptionOverride... overrides) {
        return trunk(name, Map.of(), overrides);
    }

    private static TrunkSpec trunk(String name, Map<String, String> fields, OptionOverride... overrides) {
        TrunkSpec.Builder trunk = Samples.trunk(name, "custom_credential", fields).toBuilder();
        List.of(overrides).forEach(trunk::override);
        return trunk.build();
    }

    private static SipUserSpec user(String name, OptionOverride... overrides) {
        SipUserSpec.Builder user = Samples.user(name, "basic_user", Map.of()).toBuilder();
        List.of(overrides).forEach(user::override);
        return user.build();
    }

    private static List<Violation> check(String name) {
        return Checking.standard().create(trunk("main", set("endpoint", NAME, name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "carrier",
                "main",
                "MAIN",
                "main-endpoint",
                "main-auth",
                "main-2",
                "a",
                "my carrier",
                "ä.b+c@d/e:f",
                "#1"
            })
    void good_ones(String name) {
        assertThat(check(name)).isEmpty();
        assertThat(check("x".repeat(79))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a]b",
                "a[b",
                "a,b",
                "a;b",
                "a\"b",
                "a\\b",
                "a(b",
                "a)b",
                "a\nb",
                "a\u0000b",
                "a\u200bb",
                "\u00a0a",
                "\ud83d"
            })
    void bad_ones(String name) {
        Violation violation = Checking.only(check(name), "overrides.endpoint.@name", "override.name_form");
        assertThat(violation.message()).startsWith("Expected a name of 1 to 79 bytes");
        assertThat(violation.rejectedValue()).isEmpty();
    }

    @Test
    void one_that_is_too_long() {
        for (String name : List.of("x".repeat(80), "ä".repeat(40), "x".repeat(1_000_000))) {
            Checking.only(check(name), "overrides.endpoint.@name", "override.name_form");
        }
    }

    @Test
    void none_several_and_one_given_twice() {
        Checking checking = Checking.standard();

        for (OptionOverride override : List.of(remove("endpoint", NAME), set("endpoint", NAME, "a", "b"))) {
            Checking.only(checking.create(trunk("main", override)), "overrides.endpoint.@name", "override.name_single");
        }
        Checking.only(
                checking.create(user("6001", set("auth", NAME, "a"), set("auth", NAME, "b"))),
                "overrides.auth.@name",
                "override.name_single");
    }

    @Test
    void a_section_that_is_not_there() {
        Checking.only(
                Checking.standard().create(trunk("main", set("endpiont", NAME, "a"))),
                "overrides.endpiont.@name",
                "override.section");
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "Global", "anonymous.example.com", "transport-udp"})
    void reserved(String name) {
        Checking.only(check(name), "overrides.endpoint.@name", "name.reserved");
    }

    @Test
    void two_sections_of_one_type() {
        TrunkSpec twice = trunk(
                "main",
                Map.of("backup_servers", "b.example.com", "register_backups", "yes"),
                set("registration", NAME, "MAIN-2"));

        Checking.only(Checking.standard().create(twice), "sections.registration-backup", "schema.duplicate_section");
        assertThat(Checking.standard().create(trunk("main", set("endpoint", NAME, "one"), set("aor", NAME, "one"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "other, name.taken_by_trunk",
        "OTHER, name.taken_by_trunk",
        "alice, name.taken_by_user",
        "Alice, name.taken_by_user",
        "other-auth, name.section_of_trunk",
        "other-7, name.section_of_trunk",
        "Other-Identify, name.section_of_trunk",
        "auth6001, name.section_of_object",
        "AUTH6001, name.section_of_object",
        "outside, name.section_of_object"
    })
    void taken_by_another_object(String name, String code) {
        Checking checking = Checking.standard()
                .withUsers("alice")
                .withUsers(user("6001", set("auth", NAME, "auth6001")))
                .withTrunks(trunk("other", set("endpoint", NAME, "outside")), trunk("main"));

        for (List<Violation> found : List.of(
                checking.create(user("6002", set("aor", NAME, name))),
                checking.update(user("6002", set("aor", NAME, name))))) {
            Violation violation = Checking.only(found, "overrides.aor.@name", code);
            assertThat(violation.message()).contains("'" + name + "'");
        }
        Checking.only(checking.update(trunk("main", set("aor", NAME, name))), "overrides.aor.@name", code);
    }

    @Test
    void the_usual_name_of_a_section_that_has_another_is_free() {
        Checking checking = Checking.standard().withTrunks(trunk("other", set("endpoint", NAME, "outside")));

        assertThat(checking.create(user("6001", set("auth", NAME, "other-endpoint"))))
                .isEmpty();
    }

    @Test
    void its_own_names_are_its_own() {
        TrunkSpec trunk =
                trunk("main", set("endpoint", NAME, "main"), set("aor", NAME, "main-auth"), set("auth", NAME, "x"));
        SipUserSpec user = user("6001", set("auth", NAME, "auth6001"), set("aor", NAME, "6001"));
        Checking checking = Checking.standard().withTrunks(trunk).withUsers(user);

        assertThat(checking.update(trunk)).isEmpty();
        assertThat(checking.update(user)).isEmpty();
    }

    @Test
    void a_new_object_whose_name_a_section_of_another_bears() {
        Checking checking = Checking.standard()
                .withUsers(user("6001", set("auth", NAME, "auth6001")))
                .withTrunks(trunk("main", set("endpoint", NAME, "Carrier")));

        Violation violation = Checking.only(checking.create(user("Auth6001")), "name", "name.section_of_object");
        assertThat(violation.message())
                .isEqualTo("'Auth6001' is the name of a section of '6001'. Choose another name.");
        Checking.only(checking.create(trunk("auth6001")), "name", "name.section_of_object");
        Checking.only(checking.create(trunk("carrier")), "name", "name.section_of_object");
        assertThat(checking.update(user("auth6001"))).isEmpty(); // it was there before
    }

    @Test
    void a_new_trunk_one_of_whose_sections_would_bear_the_name_of_one_of_another() {
        Checking checking = Checking.standard().withUsers(user("6001", set("auth", NAME, "Main-Auth")));

        for (List<Violation> found : List.of(checking.create(trunk("main")), checking.update(trunk("main")))) {
            Checking.only(found, "name", "name.section_taken");
        }
        assertThat(checking.create(trunk("main", set("auth", NAME, "other")))).isEmpty();
    }
}
