package io.sipwright.template;

import static io.sipwright.template.Loading.load;
import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists make several lines or several sections; versions make different lines. */
class FillingListsTest {

    private static final ProviderTemplate TELNYX =
            TemplateCatalog.shipped().provider("telnyx").orElseThrow();
    private static final Filled BACKUPS = Filled.of("t")
            .with("username", "u")
            .with("password", "p")
            .with("server", "a.example.com")
            .with("backup_servers", "b.example.com, c.example.com:5080");

    @Test
    void every_server_is_a_contact() {
        assertThat(BACKUPS.lines(TELNYX))
                .contains("contact=sip:a.example.com", "contact=sip:b.example.com", "contact=sip:c.example.com:5080")
                .doesNotContain("[t-2]");
    }

    @Test
    void every_inbound_source_is_a_match() {
        assertThat(Filled.of("t").with("inbound_sources", "192.0.2.1,192.0.2.2").lines(TELNYX))
                .endsWith("match=192.0.2.1", "match=192.0.2.2");
    }

    @Test
    void further_servers_are_registered_with_where_asked() {
        List<String> lines = BACKUPS.with("register_backups", "yes").lines(TELNYX);

        assertThat(lines.stream().filter(line -> line.startsWith("[")))
                .containsExactly("[t]", "[t-2]", "[t-3]", "[t-auth]", "[t-aor]", "[t-endpoint]", "[t-identify]");
        assertThat(section(lines, "[t-2]"))
                .contains("server_uri=sip:b.example.com", "client_uri=sip:u@b.example.com", "outbound_auth=t-auth");
        assertThat(section(lines, "[t-3]"))
                .contains("server_uri=sip:c.example.com:5080", "client_uri=sip:u@c.example.com:5080");
        assertThat(section(lines, "[t]")).contains("server_uri=sip:a.example.com");
    }

    @Test
    void no_further_server_means_no_further_registration() {
        Filled none = Filled.of("t").with("username", "u").with("register_backups", "yes");

        assertThat(none.lines(TELNYX)).contains("[t]").doesNotContain("[t-2]");
    }

    @Test
    void an_override_of_the_backup_registration_goes_into_each() {
        List<String> lines = BACKUPS.with("register_backups", "yes")
                .override(OptionOverride.set("registration-backup", "expiration", "120"))
                .lines(TELNYX);

        assertThat(section(lines, "[t-2]")).contains("expiration=120");
        assertThat(section(lines, "[t-3]")).contains("expiration=120");
        assertThat(section(lines, "[t]")).contains("expiration=300");
    }

    @Test
    void an_option_may_depend_on_the_version_of_asterisk() {
        String json = "{'id':'x','kind':'provider','sections':{'auth':{'options':{"
                + "'auth_type':{'asterisk':{'22':'digest','16':'userpass'}},'username':'u',"
                + "'supported_algorithms_uas':{'asterisk':{'22':'SHA-256'}}}}}}";

        assertThat(Filled.of("t").lines(load(json), AsteriskVersion.V22))
                .containsExactly(
                        "[t-auth]", "type=auth", "auth_type=digest", "username=u", "supported_algorithms_uas=SHA-256");
        assertThat(Filled.of("t").lines(load(json), AsteriskVersion.V16))
                .containsExactly("[t-auth]", "type=auth", "auth_type=userpass", "username=u");
    }

    private static List<String> section(List<String> lines, String header) {
        int from = lines.indexOf(header);
        assertThat(from).as(header).isNotNegative();
        int to = from + 1;
        while (to < lines.size() && !lines.get(to).startsWith("[")) {
            to++;
        }
        return lines.subList(from, to);
    }
}
