package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.Samples;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are not free. */
class NameRulesTest {

    private static final Map<String, String> BACKUPS =
            Map.of("backup_servers", "b.example.com,c.example.com", "register_backups", "yes", "inbound_match", "none");

    private static TrunkSpec trunk(String name) {
        return trunk(name, Map.of("inbound_match", "none"));
    }

    private static TrunkSpec trunk(String name, Map<String, String> fields) {
        return Samples.trunk(name, "telnyx", fields);
    }

    private static SipUserSpec user(String name) {
        return Samples.user(name, "basic_user", Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "general",
                "GLOBAL",
                "system",
                "default",
                "acl",
                "anonymous",
                "Anonymous",
                "anonymous.example.com",
                "transport-udp",
                "Transport-WSS"
            })
    void reserved(String name) {
        for (List<Violation> found : List.of(
                Checking.standard().create(trunk(name)), Checking.standard().create(user(name)))) {
            Violation violation = Checking.only(found, "name", "name.reserved");
            assertThat(violation.message()).startsWith("'" + name + "' has a meaning of its own to Asterisk");
            assertThat(violation.rejectedValue()).contains(name);
        }
    }

    @ParameterizedTest
    @CsvSource({"main", "MAIN", "Main"})
    void taken_by_a_trunk_in_whatever_case(String name) {
        Checking checking = Checking.standard().withTrunks(trunk("main"));

        assertThat(Checking.only(checking.create(trunk(name)), "name", "name.taken_by_trunk")
                        .message())
                .startsWith("There is already a trunk '" + name + "'");
        Checking.only(checking.create(user(name)), "name", "name.taken_by_trunk");
    }

    @ParameterizedTest
    @CsvSource({"alice", "ALICE"})
    void taken_by_a_user_in_whatever_case(String name) {
        Checking checking = Checking.standard().withUsers("alice");

        Checking.only(checking.create(trunk(name)), "name", "name.taken_by_user");
        assertThat(Checking.only(checking.create(user(name)), "name", "name.taken_by_user")
                        .message())
                .startsWith("There is already a SIP user '" + name + "'");
    }

    @Test
    void its_own_name_is_free_on_update() {
        Checking checking = Checking.standard().withTrunks(trunk("main")).withUsers("alice");

        assertThat(checking.update(trunk("main"))).isEmpty();
        assertThat(checking.update(user("alice"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"main-auth", "main-aor", "main-endpoint", "MAIN-Identify", "main-2", "main-17"})
    void a_section_of_a_trunk(String name) {
        Checking checking = Checking.standard().withTrunks(trunk("main"));

        for (List<Violation> found : List.of(checking.create(trunk(name)), checking.create(user(name)))) {
            Violation violation = Checking.only(found, "name", "name.section_of_trunk");
            assertThat(violation.message()).startsWith("'" + name + "' is the name of a section of the trunk '");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"main-auth", "main-aor", "main-endpoint", "main-identify", "MAIN-ENDPOINT"})
    void a_trunk_whose_section_would_bear_the_name_of_another(String present) {
        for (Checking checking : List.of(
                Checking.standard().withUsers(present), Checking.standard().withTrunks(trunk(present)))) {
            Violation violation = Checking.only(checking.create(trunk("main")), "name", "name.section_taken");
            assertThat(violation.message()).containsIgnoringCase("'" + present + "'");
        }
    }

    @Test
    void a_further_registration_that_would_bear_the_name_of_another() {
        Checking checking = Checking.standard().withTrunks(trunk("main-3"));

        assertThat(checking.create(trunk("main"))).isEmpty(); // has no [main-3]
        Checking.only(checking.create(trunk("main", BACKUPS)), "name", "name.section_taken");
    }

    @Test
    void a_further_registration_that_comes_with_an_update() {
        Checking checking = Checking.standard().withTrunks(trunk("main-2"), trunk("main"));

        Checking.only(checking.update(trunk("main", BACKUPS)), "name", "name.section_taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main2", "main-x", "main-auth2", "mainauth", "other-auth", "main-authentic"})
    void other_names_are_free(String name) {
        Checking checking = Checking.standard().withTrunks(trunk("main")).withUsers("alice");

        assertThat(checking.create(trunk(name))).isEmpty();
        assertThat(checking.create(user(name))).isEmpty();
    }
}
