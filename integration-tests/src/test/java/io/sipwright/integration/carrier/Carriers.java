package io.sipwright.integration.carrier;

import io.sipwright.integration.carrier.CarrierCase.Call;
import java.util.ArrayList;
import java.util.List;

/** Carriers of different kinds. Those that know no registration are here. */
final class Carriers {

    /** Whom a certificate is made out to. */
    static final String CERTIFIED = "sip.pstnhub.microsoft.com";

    static final String IDENTITY = "P-Asserted-Identity";

    /** User in Contact where the carrier says nothing of it: Asterisk's own name. */
    private static final String NONE = "asterisk";

    private static final String CALLER = CarrierCase.CALLER;

    private final LoopbackServers servers;

    private Carriers(LoopbackServers servers) {
        this.servers = servers;
    }

    /** Each with a server of its own. */
    static List<CarrierCase> all(LoopbackServers servers) {
        Carriers others = new Carriers(servers);
        List<CarrierCase> all = new ArrayList<>(new RegisteredCarriers(servers).all());
        all.addAll(List.of(
                others.twilio(),
                others.skyetel(),
                others.didww(),
                others.flowroute(),
                others.gamma(),
                others.voxbone(),
                others.teams()));
        return all;
    }

    private CarrierCase twilio() {
        return new CarrierCase("twilio", "credentials, no registration", servers.next())
                .field("trunk_domain", "acme")
                .account("acme-user")
                .field("did", "+12065550100")
                .servedAs("acme.pstn.twilio.com")
                .realm("sip.twilio.com")
                .challenges("acme-user")
                .callsFrom(
                        "54.172.60.0/30",
                        "54.244.51.0/30",
                        "54.171.127.192/30",
                        "35.156.191.128/30",
                        "54.65.63.192/30",
                        "54.169.127.128/30",
                        "54.252.254.64/30",
                        "177.71.206.192/30")
                .calls(
                        "+442071838750",
                        new Call(
                                "sip:+442071838750@acme.pstn.twilio.com",
                                "sip:+12065550100@acme.pstn.twilio.com",
                                "+12065550100"))
                .with(IDENTITY, "sip:" + CALLER + "@acme.pstn.twilio.com");
    }

    private CarrierCase skyetel() {
        return new CarrierCase("skyetel", "address, servers in order", servers.next())
                .servedAs("out.skyetel.com")
                .callsFrom(
                        "52.41.52.34/32", "52.8.201.128/32", "52.60.138.31/32", "50.17.48.216/32", "35.156.192.164/32")
                .calls(
                        "12065550199",
                        new Call("sip:12065550199@out.skyetel.com", "sip:" + CALLER + "@out.skyetel.com", NONE))
                .with(IDENTITY, "sip:" + CALLER + "@out.skyetel.com");
    }

    private CarrierCase didww() {
        return new CarrierCase("didww", "address and digest", servers.next())
                .account("didww-trunk")
                .field("did", "12065550100")
                .servedAs("fra.eu.out.didww.com")
                .realm("out.didww.com")
                .challenges("didww-trunk")
                .callsFrom(
                        "46.19.209.14/32",
                        "46.19.210.14/32",
                        "46.19.212.14/32",
                        "46.19.213.14/32",
                        "46.19.214.14/32",
                        "46.19.215.14/32",
                        "185.238.173.14/32")
                .calls(
                        "442071838750",
                        new Call(
                                "sip:442071838750@fra.eu.out.didww.com",
                                "sip:12065550100@fra.eu.out.didww.com",
                                "12065550100"))
                .with(IDENTITY, "sip:" + CALLER + "@fra.eu.out.didww.com");
    }

    private CarrierCase flowroute() {
        return new CarrierCase("flowroute", "address and tech prefix", servers.next())
                .field("auth", "ip")
                .field("pop", "generic")
                .field("username", "12345678")
                .servedAs("sip.flowroute.com")
                .callsFrom(
                        "34.210.91.112/28",
                        "34.226.36.32/28",
                        "16.163.86.112/30",
                        "3.0.5.12/30",
                        "3.8.37.20/30",
                        "3.71.103.56/30",
                        "18.228.70.48/30")
                .calls(
                        "12065550199",
                        new Call(
                                "sip:12345678*12065550199@sip.flowroute.com",
                                "sip:" + CALLER + "@sip.flowroute.com",
                                NONE))
                .with(IDENTITY, "sip:" + CALLER + "@sip.flowroute.com");
    }

    private CarrierCase gamma() {
        String gateway = servers.next();
        String number = "+441632960100";
        return new CarrierCase("gamma", "From with own address", gateway)
                .field("server", gateway)
                .field("did", number)
                .field("from_domain", "192.0.2.77")
                .field("inbound_sources", gateway)
                .callsFrom(gateway + "/32")
                .calls(
                        "01632960199",
                        new Call(
                                "sip:01632960199@" + gateway + ":5060;user=phone",
                                "sip:" + number + "@192.0.2.77;user=phone",
                                number))
                .with(IDENTITY, "sip:" + number + "@" + gateway + ":5060");
    }

    private CarrierCase voxbone() {
        String number = "+3225550100";
        return new CarrierCase("voxbone", "number in Diversion", servers.next())
                .account("voxbone-user")
                .field("did", number)
                .servedAs("outbound.voxbone.com")
                .realm("voxbone.com")
                .challenges("voxbone-user")
                .callsFrom(
                        "81.201.83.45/32",
                        "81.201.86.45/32",
                        "81.201.82.45/32",
                        "81.201.85.45/32",
                        "81.201.84.45/32",
                        "185.47.148.45/32")
                .calls(
                        "+442071838750",
                        new Call(
                                "sip:+442071838750@outbound.voxbone.com",
                                "sip:" + number + "@outbound.voxbone.com",
                                number))
                .with(IDENTITY, "sip:" + CALLER + "@outbound.voxbone.com")
                .with("Diversion", "sip:" + number + "@outbound.voxbone.com");
    }

    private CarrierCase teams() {
        return new CarrierCase("teams_direct_routing", "TLS certificate", servers.next())
                .demandsCertificate()
                .field("sbc_fqdn", "sbc.acme.example")
                .servedAs(CERTIFIED, "sip2.pstnhub.microsoft.com", "sip3.pstnhub.microsoft.com")
                .over("tls")
                .encrypted()
                .callsFrom("52.112.0.0/14", "52.122.0.0/15")
                .calls(
                        "+493012345678",
                        new Call(
                                "sip:+493012345678@sip.pstnhub.microsoft.com:5061;user=phone;transport=tls",
                                "sip:" + CALLER + "@sbc.acme.example;user=phone",
                                NONE))
                .with(IDENTITY, "sip:" + CALLER + "@sbc.acme.example;user=phone");
    }
}
