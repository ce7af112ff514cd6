package io.sipwright.testkit.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same objects loaded: the same lists, details and fields. */
class FakeObjectsTest extends BesideAsterisk {

    private static final String OBJECTS = """
            [alice]
            type = endpoint
            aors = alice
            auth = alice
            context = from-internal
            allow = !all,ulaw,alaw
            rtp_symmetric = yes
            trust_connected_line = no
            set_var = a=1
            set_var = b=2
            @rev = 7
            [alice]
            type = aor
            max_contacts = 2
            contact = sip:alice@127.0.0.1:5999
            contact = sip:alice@127.0.0.1:5997
            qualify_timeout = 2.5
            @rev = 7
            [alice]
            type = auth
            username = alice
            password = se:cret
            @rev = 7
            [dave]
            type = endpoint
            aors = dave,missing
            auth = missing
            [dave]
            type = aor
            [Zed]
            type = endpoint
            @rev = %s
            [bob]
            type = endpoint
            aors = bob,alice
            auth = alice
            outbound_auth = carrier
            [bob]
            type = aor
            contact = sip:127.0.0.1:5998
            [carrier]
            type = auth
            username = u
            password = p
            [carrier]
            type = identify
            endpoint = bob
            match = 192.0.2.1,192.0.2.2
            [carrier]
            type = registration
            outbound_auth = carrier
            server_uri = sip:127.0.0.1:5998
            client_uri = sip:u@127.0.0.1:5998
            max_random_initial_delay = 600
            line = yes
            endpoint = bob
            """.formatted("x".repeat(1500));

    @Test
    void emptyLists() throws IOException {
        assertListsAreTheSame();
    }

    @Test
    void listsOfObjects() throws IOException {
        load(OBJECTS);
        assertListsAreTheSame();
        assertSame("Action: PJSIPShowEndpoint", "ActionID: 1", "Endpoint: alice");
        assertSame("Action: PJSIPShowEndpoint", "ActionID: 1", "Endpoint: bob");
        assertSame("Action: PJSIPShowEndpoint", "ActionID: 1", "Endpoint: Zed");
        assertSame("Action: PJSIPShowEndpoint", "ActionID: 1", "Endpoint: dave");
        assertSame("Action: PJSIPShowEndpoint", "ActionID: 1", "Endpoint: nobody");
        assertSame("Action: PJSIPShowEndpoint", "ActionID: 1");
    }

    private void assertListsAreTheSame() throws IOException {
        for (String type : List.of("Endpoints", "Aors", "Auths", "Contacts", "RegistrationsOutbound")) {
            assertSame("Action: PJSIPShow" + type, "ActionID: 1");
            assertSame("Action: PJSIPShow" + type);
        }
    }

    @Test
    void fields() throws IOException {
        load(OBJECTS);
        for (String field : List.of(
                "endpoint,alice,@rev",
                "endpoint,alice,allow",
                "endpoint,alice,rtp_symmetric",
                "endpoint,alice,webrtc",
                "endpoint,alice,trust_connected_line",
                "endpoint,alice,set_var",
                "endpoint,alice,type",
                "endpoint,alice,direct_media",
                "endpoint,alice,nothing",
                "endpoint,alice,disallow",
                "endpoint,alice,permit",
                "endpoint,alice,contact_user",
                "endpoint,alice,security_mechanisms",
                "endpoint,alice,dtls_verify",
                "endpoint,alice,callerid",
                "endpoint,alice,codec_prefs_incoming_offer",
                "auth,alice,supported_algorithms_uac",
                "registration,carrier,security_mechanisms",
                "endpoint,Alice,@rev",
                "endpoint,nobody,@rev",
                "endpoint,Zed,@rev",
                "nothing,alice,@rev",
                "endpoint,alice",
                "aor,alice,contact",
                "aor,alice,qualify_timeout",
                "auth,alice,password",
                "auth,alice,PASSWORD",
                "identify,carrier,match",
                "registration,carrier,line",
                "registration,carrier,server_uri")) {
            assertSame("Action: Getvar", "ActionID: 1", "Variable: AST_SORCERY(res_pjsip," + field + ")");
        }
        assertSame("Action: Getvar", "Variable: FOO");
        assertSame("Action: Getvar");
    }

    @Test
    void registrationsAndDatabase() throws IOException {
        load(OBJECTS);
        for (String action : List.of("PJSIPRegister", "PJSIPUnregister")) {
            assertSame("Action: " + action, "ActionID: 1", "Registration: carrier");
            assertSame("Action: " + action, "ActionID: 1", "Registration: nope");
            assertSame("Action: " + action, "ActionID: 1", "Registration: *all");
            assertSame("Action: " + action, "ActionID: 1");
        }
        assertSame("Action: DBDel", "Family: registrar/contact", "Key: nope");
        assertSame("Action: DBDel", "Family: registrar/contact");
        assertSame("Action: DBDel", "Key: nope");
        assertSame("Action: DBDelTree", "Family: nope");
        assertSame("Action: DBDelTree");
    }

    @Test
    void registeredContacts() throws IOException {
        load(OBJECTS);
        FakeContact contact = FakeContact.registered("bob", "sip:bob@127.0.0.1:5090");
        String[] put = {
            "Action: DBPut",
            "Family: registrar/contact",
            "Key: " + contact.key(),
            "Val: {\"via_addr\":\"\",\"qualify_timeout\":\"3.000000\",\"call_id\":\"\",\"reg_server\":\"\","
                    + "\"prune_on_boot\":\"no\",\"path\":\"\",\"endpoint\":\"bob\",\"via_port\":\"0\","
                    + "\"authenticate_qualify\":\"no\",\"uri\":\"sip:bob@127.0.0.1:5090\",\"qualify_frequency\":\"0\","
                    + "\"user_agent\":\"\",\"expiration_time\":\"4000000000\",\"outbound_proxy\":\"\","
                    + "\"qualify_2xx_only\":\"no\"}"
        };
        for (String[] delete : new String[][] {
            {"Action: DBDel", "ActionID: 1", "Family: registrar/contact", "Key: " + contact.key()},
            {"Action: DBDelTree", "ActionID: 1", "Family: registrar", "Key: contact"},
            {"Action: DBDelTree", "ActionID: 1", "Family: registrar"}
        }) {
            assertThat(real().ask(put).get(0)).contains("Response: Success");
            fake().pjsip().contact(contact.aor(), contact.uri());
            assertSame("Action: PJSIPShowContacts", "ActionID: 1");
            assertSame("Action: PJSIPShowEndpoints", "ActionID: 1");
            assertSame("Action: PJSIPShowEndpoint", "ActionID: 1", "Endpoint: bob");
            assertSame(delete);
            assertSame("Action: PJSIPShowContacts", "ActionID: 1");
        }
    }
}
