package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** What Asterisk makes of rows: what docs/realtime.md says is measured. */
class RealtimeMeasurementTest {

    @AsteriskTest
    void columns_as_asterisk_reads_them(AsteriskInstallation installation) {
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        database.run("""
            ALTER TABLE ps_endpoints ADD COLUMN "@Any-Name" TEXT;
            INSERT INTO ps_endpoints (id, aors, auth, allow, disallow, set_var, callerid, "@rev", "@Any-Name")
                VALUES ('a', 'a', 'a', 'ulaw,alaw', 'all', 'A=1;B=2;C=x^3By^5Ez', '"J^3B Döe" <12>', 'rev-a', 'mixed');
            INSERT INTO ps_endpoints (id, allow, callerid, "@rev", context) VALUES ('b', '!all,alaw', '', '', '');
            INSERT INTO ps_endpoints (id, allow, disallow, callerid, "@rev", context)
                VALUES ('c', 'all', 'ulaw', ' ', ' x y ', ' ');
            INSERT INTO ps_endpoints (id, allow, disallow, set_var, "@rev") VALUES ('d^3Bd', 'alaw;ulaw', 'all', ';;', 'x;y');
            INSERT INTO ps_endpoints (id, dtmf_mode) VALUES ('broken', 'smoke');
            INSERT INTO ps_auths (id, auth_type, username, password, "@rev") VALUES
                ('a', 'userpass', 'a', 'p^3Bq^5E3B\\ %"''ü^20', 'ra'), ('raw', 'userpass', 'a', 'p;q', NULL),
                ('blank', 'userpass', 'a', ' pw ', NULL);
            INSERT INTO ps_aors (id, contact, qualify_timeout, remove_existing, "@rev") VALUES
                ('a', 'sip:x@127.0.0.1:5999;sip:y@127.0.0.1:5998^3Btransport=udp', '3.0', '1', 'ro'),
                ('b', 'sip:x@127.0.0.1:5999,sip:y@127.0.0.1:5998', '2.5', 'true', NULL);
            INSERT INTO ps_registrations (id, server_uri, client_uri, "@rev") VALUES
                ('r', 'sip:127.0.0.1:5997^3Btransport=udp', 'sip:u@127.0.0.1:5997', 'rr');
            INSERT INTO ps_endpoint_id_ips (id, endpoint, "match", "@rev") VALUES
                ('i', 'a', '10.1.1.1;10.2.2.0/24,10.3.3.3', 'ri');
            """);
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                AmiProbe ami = asterisk.ami()) {
            SoftAssertions measured = new SoftAssertions();
            Map.ofEntries(
                            // Stamps, of each type.
                            Map.entry("endpoint,a,@rev", "rev-a"),
                            Map.entry("auth,a,@rev", "ra"),
                            Map.entry("aor,a,@rev", "ro"),
                            Map.entry("registration,r,@rev", "rr"),
                            Map.entry("identify,i,@rev", "ri"),
                            Map.entry("endpoint,a,@Any-Name", "mixed"),
                            // Empty and blank are as NULL; outer blanks: the first stays, the last goes.
                            Map.entry("endpoint,b,@rev", ""),
                            Map.entry("endpoint,b,context", "default"),
                            Map.entry("endpoint,c,context", "default"),
                            Map.entry("endpoint,c,callerid", "<unknown>"),
                            Map.entry("auth,blank,password", " pw"),
                            // A semicolon parts values, of which the last counts where there can be but one.
                            Map.entry("auth,raw,password", "q"),
                            Map.entry("endpoint,d;d,@rev", "y"),
                            Map.entry("auth,a,password", "p;q^3B\\ %\"'ü "),
                            Map.entry("endpoint,a,callerid", "\"J; Döe\" <12>"),
                            Map.entry("registration,r,server_uri", "sip:127.0.0.1:5997;transport=udp"),
                            // Lists: semicolons and commas are the same.
                            Map.entry("aor,a,contact", "sip:x@127.0.0.1:5999,sip:y@127.0.0.1:5998;transport=udp"),
                            Map.entry("aor,b,contact", "sip:x@127.0.0.1:5999,sip:y@127.0.0.1:5998"),
                            Map.entry(
                                    "identify,i,match",
                                    "10.1.1.1/255.255.255.255,10.2.2.0/255.255.255.0,10.3.3.3/255.255.255.255"),
                            // Codecs: disallow comes first, wherever its column stands; ! works in allow.
                            Map.entry("endpoint,a,allow", "(ulaw|alaw)"),
                            Map.entry("endpoint,b,allow", "(alaw)"),
                            Map.entry("endpoint,d;d,allow", "(alaw|ulaw)"),
                            Map.entry("aor,a,remove_existing", "true"),
                            Map.entry("aor,b,remove_existing", "true"),
                            Map.entry("aor,a,qualify_timeout", "3.000000"),
                            // A bad value: no object, and nobody is told.
                            Map.entry("endpoint,broken,context", ""))
                    .forEach((question, answer) -> {
                        String[] parts = question.split(",");
                        measured.assertThat(ami.sorcery(parts[0], parts[1], parts[2]))
                                .as(question)
                                .isEqualTo(answer);
                    });
            measured.assertThat(ami.sorcery("endpoint", "c", "allow")).contains("ulaw", "alaw");
            measured.assertAll();
            String shown = asterisk.cli("pjsip show endpoint a");
            assertThat(shown).containsPattern("\\bA +: 1").containsPattern("\\bB +: 2");
            assertThat(shown).containsPattern("\\bC +: x;y\\^z");
        }
    }
}
