package io.sipwright.integration.carrier;

import io.sipwright.integration.carrier.CarrierCase.Call;
import io.sipwright.integration.carrier.CarrierCase.Registration;
import java.util.List;

/** Carriers that are registered with. */
record RegisteredCarriers(LoopbackServers servers) {

    private static final String IDENTITY = Carriers.IDENTITY;
    private static final String CALLER = CarrierCase.CALLER;

    List<CarrierCase> all() {
        return List.of(telnyx(), voipms(), companyflex(), sipgate(), callcentric(), signalwire(), sinch());
    }

    private CarrierCase telnyx() {
        return new CarrierCase("telnyx", "registration, sources", servers.next())
                .account("acme4711")
                .field("did", "+12065550100")
                .servedAs("sip.telnyx.com")
                .realm("sip.telnyx.com")
                .challenges("acme4711")
                .callsFrom("192.76.120.10/32", "64.16.250.10/32")
                .registers(new Registration(
                        "sip:sip.telnyx.com", "sip:acme4711@sip.telnyx.com", "acme4711", "acme4711", 300))
                // The user name must stand in Contact.
                .calls(
                        "+442071838750",
                        new Call("sip:+442071838750@sip.telnyx.com", "sip:+12065550100@sip.telnyx.com", "acme4711"))
                .with(IDENTITY, "sip:" + CALLER + "@sip.telnyx.com");
    }

    private CarrierCase voipms() {
        return new CarrierCase("voipms", "registration, line, RPID", servers.next())
                .account("100000_pbx")
                .field("pop", "atlanta1")
                .servedAs("atlanta1.voip.ms")
                .realm("atlanta1.voip.ms")
                .challenges("100000_pbx")
                .registers(new Registration(
                        "sip:atlanta1.voip.ms", "sip:100000_pbx@atlanta1.voip.ms", "100000_pbx", "100000_pbx", 300))
                .calls(
                        "12065550199",
                        new Call("sip:12065550199@atlanta1.voip.ms", "sip:100000_pbx@atlanta1.voip.ms", "100000_pbx"))
                .with("Remote-Party-ID", "sip:" + CALLER + "@atlanta1.voip.ms");
    }

    private CarrierCase companyflex() {
        String account = "+4919929000000001";
        String user = "+4919929000000001@tel.t-online.de";
        return new CarrierCase("telekom_companyflex", "domain, proxy, user apart", servers.next())
                .account(account)
                .field("auth_username", user)
                .field("companyflex_id", "550000000001")
                .field("did", "+493022222220")
                .servedAs("550000000001.primary.companyflex.de")
                .over("tls")
                .encrypted()
                .realm("tel.t-online.de")
                .route("sip:550000000001.primary.companyflex.de;transport=tls;lr")
                .challenges(user)
                .registers(new Registration(
                        "sip:tel.t-online.de;transport=tls", "sip:" + account + "@tel.t-online.de", account, user, 300))
                .calls(
                        "+493012345678",
                        new Call(
                                "sip:+493012345678@tel.t-online.de;transport=tls",
                                "sip:+493022222220@tel.t-online.de",
                                "+493022222220"))
                .with(IDENTITY, "sip:" + CALLER + "@tel.t-online.de");
    }

    private CarrierCase sipgate() {
        return new CarrierCase("sipgate_trunking", "From user, contact user apart", servers.next())
                .account("1234567t0")
                .field("contact_user", "4921112345")
                .servedAs("sipconnect.sipgate.de")
                .realm("sipgate.de")
                .challenges("1234567t0")
                .registers(new Registration(
                        "sip:sipconnect.sipgate.de",
                        "sip:1234567t0@sipconnect.sipgate.de",
                        "4921112345",
                        "1234567t0",
                        120))
                .calls(
                        "493012345678",
                        new Call(
                                "sip:493012345678@sipconnect.sipgate.de",
                                "sip:1234567t0@sipconnect.sipgate.de",
                                "1234567t0"))
                .with(IDENTITY, "sip:" + CALLER + "@sipconnect.sipgate.de");
    }

    private CarrierCase callcentric() {
        String user = "17771234567";
        return new CarrierCase("callcentric", "called number in To", servers.next())
                .account(user)
                .servedAs("sip.callcentric.net")
                .realm("callcentric.com")
                .route("sip:sip.callcentric.net;lr")
                .challenges(user)
                .calledInTo()
                .callsFrom("204.11.192.0/22", "199.87.144.0/21")
                .registers(new Registration(
                        "sip:sip.callcentric.net", "sip:" + user + "@sip.callcentric.net", user, user, 1800))
                .calls(
                        "12065550199",
                        new Call("sip:12065550199@sip.callcentric.net", "sip:" + user + "@sip.callcentric.net", user))
                .with(IDENTITY, "sip:" + CALLER + "@sip.callcentric.net");
    }

    private CarrierCase signalwire() {
        String domain = "acme-0123456789ab.sip.signalwire.com";
        return new CarrierCase("signalwire", "own host, TLS, line", servers.next())
                .account("pbx1")
                .field("server", domain)
                .field("srtp", "yes")
                .servedAs(domain)
                .over("tls")
                .encrypted()
                .realm("sip.signalwire.com")
                .challenges("pbx1")
                .registers(
                        new Registration("sip:" + domain + ";transport=tls", "sip:pbx1@" + domain, "pbx1", "pbx1", 300))
                .calls(
                        "+442071838750",
                        new Call("sip:+442071838750@" + domain + ";transport=tls", "sip:pbx1@" + domain, "pbx1"))
                .with(IDENTITY, "sip:" + CALLER + "@" + domain);
    }

    private CarrierCase sinch() {
        String domain = "acme.pstn.sinch.com";
        return new CarrierCase("sinch", "registration, line", servers.next())
                .account("acme-sip")
                .field("hostname", "acme")
                .field("did", "+12065550100")
                .servedAs(domain)
                .realm("sinch.com")
                .challenges("acme-sip")
                .registers(new Registration("sip:" + domain, "sip:acme-sip@" + domain, "acme-sip", "acme-sip", 300))
                .calls(
                        "+442071838750",
                        new Call("sip:+442071838750@" + domain, "sip:+12065550100@" + domain, "+12065550100"))
                .with(IDENTITY, "sip:" + CALLER + "@" + domain);
    }
}
