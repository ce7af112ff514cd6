package io.sipwright.template;

import static io.sipwright.template.OptionOverride.remove;
import static io.sipwright.template.OptionOverride.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.secret.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each line of an object comes from. */
class ExplainTest {

    private static final ProviderTemplate X = Loading.catalog(
                    "base.json",
                    "{'id':'base','kind':'provider','abstract':true,'fields':{"
                            + "'server':{'required':true},'port':{},"
                            + "'realm':{'default':'${server}'},'secure':{'type':'boolean','default':'no'}},"
                            + "'let':{'host':[{'when':'port','value':'${server}:${port}'},'${server}']},"
                            + "'sections':{"
                            + "'auth':{'type':'auth','options':{'username':'u','realm':'${realm}'}},"
                            + "'aor':{'options':{'contact':'sip:${host}','qualify_frequency':'60'}},"
                            + "'endpoint':{'options':{'outbound_auth':'${name}-auth',"
                            + "'media_encryption':{'when':'secure','value':'sdes'}}}}}",
                    "x.json",
                    "{'id':'x','kind':'provider','extends':'base','fields':{"
                            + "'pop':{'type':'choice','default':'east','choices':{"
                            + "'east':{'label':'E','set':{'server':'east.example.com'}},"
                            + "'west':{'label':'W','set':{'server':'west.example.com','secure':'yes'}}}},"
                            + "'password':{'type':'secret'}},"
                            + "'sections':{'auth':{'options':{'password':'${password}'}},"
                            + "'aor':{'options':{'qualify_frequency':'30'}}}}")
            .provider("x")
            .orElseThrow();

    private static ExplainedSection section(Filled filled, String role) {
        return X
                .explain(
                        new Filled(filled.name(), X.normalize(filled.fields()), filled.overrides()),
                        AsteriskVersion.V22)
                .stream()
                .filter(section -> section.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private static ExplainedOption option(Filled filled, String role, String name) {
        List<ExplainedOption> found = section(filled, role).options().stream()
                .filter(option -> option.name().equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> fields(ExplainedOption option) {
        return option.fields().stream().map(FieldOrigin::toString).toList();
    }

    @Test
    void an_ancestor_says_so_or_the_template_itself() {
        Filled plain = Filled.of("t");

        assertThat(option(plain, "auth", "username").template()).isEqualTo("base");
        assertThat(option(plain, "auth", "type").template()).isEqualTo("base");
        assertThat(option(plain, "aor", "type").template()).isEqualTo("base");
        assertThat(option(plain, "aor", "qualify_frequency"))
                .isEqualTo(new ExplainedOption("qualify_frequency", "30", "x", List.of(), null, List.of()));
        assertThat(section(plain, "aor").nameOverride()).isNull();
    }

    @Test
    void a_given_field() {
        ExplainedOption contact = option(Filled.of("t").with("server", "a").with("port", "5080"), "aor", "contact");

        assertThat(contact.value()).isEqualTo("sip:a:5080");
        assertThat(fields(contact)).containsExactly("port=5080 (given)", "server=a (given)");
        assertThat(contact.reason()).isEqualTo("base: port=5080 (given), server=a (given)");
    }

    @Test
    void a_choice_and_a_default_that_depends_on_it() {
        assertThat(fields(option(Filled.of("t"), "aor", "contact")))
                .containsExactly("port (not filled in)", "server=east.example.com (by pop=east)");
        assertThat(fields(option(Filled.of("t").with("pop", "west"), "auth", "realm")))
                .containsExactly("realm=west.example.com (default of base)", "server=west.example.com (by pop=west)");
        assertThat(fields(option(Filled.of("t").with("pop", "west"), "endpoint", "media_encryption")))
                .containsExactly("secure=yes (by pop=west)");
    }

    @Test
    void a_secret_is_masked_wherever_it_comes_from() {
        Filled filled = Filled.of("t").with("password", "hunter2").override(set("auth", "password", "hunter3"));
        ExplainedOption password = option(filled, "auth", "password");

        assertThat(password.value()).isEqualTo(Secret.MASK);
        assertThat(password.override()).isEqualTo("auth.password");
        assertThat(password.instead()).containsExactly(Secret.MASK);
        assertThat(section(filled.override(remove("auth", "password")), "auth").toString())
                .doesNotContain("hunter");
        assertThat(section(filled, "auth").toString()).doesNotContain("hunter");
    }

    @Test
    void an_override_and_what_the_template_would_have_said() {
        Filled filled = Filled.of("t")
                .override(
                        set("aor", "Qualify_Frequency", "5"),
                        set("aor", "qualify_frequency", "6"),
                        set("aor", "mailboxes", "1@a"));

        assertThat(option(filled, "aor", "qualify_frequency"))
                .isEqualTo(new ExplainedOption(
                        "qualify_frequency", "6", "x", List.of(), "aor.qualify_frequency", List.of("30")));
        assertThat(option(filled, "aor", "qualify_frequency").reason())
                .isEqualTo("override aor.qualify_frequency instead of 30 by x");
        assertThat(option(filled, "aor", "mailboxes"))
                .isEqualTo(new ExplainedOption("mailboxes", "1@a", null, List.of(), "aor.mailboxes", List.of()));
    }

    @Test
    void what_an_override_has_removed() {
        Filled removed = Filled.of("t").override(remove("aor", "qualify_frequency"), remove("aor", "mailboxes"));

        assertThat(section(removed, "aor").removed())
                .containsExactly(new ExplainedOption(
                        "qualify_frequency", "", "x", List.of(), "aor.qualify_frequency", List.of("30")));
        assertThat(section(removed, "aor").options()).hasSize(2);

        Filled again = removed.override(set("aor", "qualify_frequency", "7"));
        assertThat(section(again, "aor").removed()).isEmpty();
        assertThat(option(again, "aor", "qualify_frequency").instead()).containsExactly("30");
    }

    @Test
    void a_section_that_was_named_and_a_reference_that_followed() {
        Filled filled = Filled.of("t").override(set("auth", OptionOverride.NAME, "mine"));

        assertThat(section(filled, "auth").name()).isEqualTo("mine");
        assertThat(section(filled, "auth").nameOverride()).isEqualTo("auth.@name");
        assertThat(option(filled, "endpoint", "outbound_auth"))
                .isEqualTo(new ExplainedOption(
                        "outbound_auth", "mine", "base", List.of(), "auth.@name", List.of("t-auth")));
    }

    @Test
    void why_a_section_is_there() {
        ProviderTemplate telnyx = Samples.SHIPPED.provider("telnyx").orElseThrow();
        ObjectSpec trunk = Samples.trunk(
                "t", "telnyx", Map.of("register_backups", "yes", "backup_servers", "a.example.com,b.example.com"));
        List<ExplainedSection> backups = telnyx.explain(trunk, AsteriskVersion.V22).stream()
                .filter(section -> section.role().equals("registration-backup"))
                .toList();

        assertThat(backups).extracting(ExplainedSection::name).containsExactly("t-2", "t-3");
        assertThat(backups.get(0).fields()).extracting(FieldOrigin::field).containsExactly("auth", "register_backups");
        assertThat(backups.get(1).options())
                .filteredOn(option -> option.name().equals("server_uri"))
                .flatExtracting(ExplainedOption::fields)
                .extracting(FieldOrigin::field)
                .contains("backup_servers");
    }

    @Test
    void an_option_that_no_template_has_may_be_overridden_twice() {
        Filled filled = new Filled(
                "t",
                FieldValues.empty(),
                List.of(
                        OptionOverride.set("endpoint", "language", "de"),
                        OptionOverride.set("endpoint", "language", "fr")));

        assertThat(section(filled, "endpoint").options())
                .filteredOn(option -> option.name().equals("language"))
                .singleElement()
                .satisfies(option -> assertThat(option.value()).isEqualTo("fr"));
    }
}
