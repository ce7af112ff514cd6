package io.sipwright.integration.carrier;

import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A carrier, as its own documentation tells: what is filled in for it, and what must come of that. */
final class CarrierCase {

    static final String PASSWORD = "Vq7wT2mXc9RkLp4Z";

    /** The caller of outgoing calls. */
    static final String CALLER = "+12065550111";

    /** The number of the customer that incoming calls are for. */
    static final String CALLED = "12065550100";

    /**
     * What a REGISTER must hold.
     *
     * @param uri of the request
     * @param account in To and From
     * @param contact user in Contact
     * @param digestUser who the password is for
     * @param expires seconds
     */
    record Registration(String uri, String account, String contact, String digestUser, int expires) {}

    /**
     * What an INVITE must hold.
     *
     * @param uri of the request
     * @param from URI in From
     * @param contact user in Contact
     */
    record Call(String uri, String from, String contact) {}

    final String template;
    final String kind;

    /** Loopback address of its server. */
    final String address;

    /** Names of its server. */
    final List<String> hosts = new ArrayList<>();

    String transport = "udp";
    boolean encrypted;
    String realm = "carrier";
    String route = "";
    String digestUser = "";
    String dials = "";
    boolean demandsCertificate;
    boolean calledInTo;
    List<String> sources = List.of();
    Optional<Registration> registration = Optional.empty();
    final Map<String, String> identities = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private Call call = new Call("", "", "");

    CarrierCase(String template, String kind, String address) {
        this.template = template;
        this.kind = kind;
        this.address = address;
    }

    CarrierCase field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** User name and password. */
    CarrierCase account(String username) {
        return field("username", username).field("password", PASSWORD);
    }

    /** Names that lead to its server. */
    CarrierCase servedAs(String... names) {
        hosts.addAll(List.of(names));
        return this;
    }

    CarrierCase over(String value) {
        transport = value;
        return this;
    }

    CarrierCase encrypted() {
        encrypted = true;
        return this;
    }

    /** It knows this Asterisk by its certificate. */
    CarrierCase demandsCertificate() {
        demandsCertificate = true;
        return field("transport", CarrierAsterisk.CERTIFIED_TRANSPORT);
    }

    /** What it asks the password for. */
    CarrierCase realm(String value) {
        realm = value;
        return this;
    }

    /** All requests bear it. */
    CarrierCase route(String uri) {
        route = uri;
        return this;
    }

    /** Where its calls come from; by the mark in the registration if nothing is named. */
    CarrierCase callsFrom(String... networks) {
        sources = List.of(networks);
        return this;
    }

    /** It names the called number in To, and the account in the Request-URI. */
    CarrierCase calledInTo() {
        calledInTo = true;
        return this;
    }

    CarrierCase registers(Registration expected) {
        registration = Optional.of(expected);
        return this;
    }

    /** It asks for the password for each call; without this, for none. */
    CarrierCase challenges(String user) {
        digestUser = user;
        return this;
    }

    /** What becomes of a call to a number. */
    CarrierCase calls(String number, Call expected) {
        dials = number;
        call = expected;
        return this;
    }

    /** Besides From, this header of calls bears this URI. */
    CarrierCase with(String header, String uri) {
        identities.put(header, uri);
        return this;
    }

    Call call() {
        return call;
    }

    int port() {
        return transport.equals("tls") ? 5061 : 5060;
    }

    String endpoint() {
        return template + "-endpoint";
    }

    String context() {
        return "from-" + template;
    }

    boolean wantsPassword() {
        return !digestUser.isEmpty();
    }

    TrunkSpec spec() {
        TrunkSpec.Builder spec = TrunkSpec.builder(template, template).context(context());
        fields.forEach(spec::field);
        // Asterisk waits for up to ten seconds otherwise.
        registration.ifPresent(
                ignored -> spec.override(OptionOverride.set("registration", "max_random_initial_delay", "0")));
        return spec.build();
    }

    @Override
    public String toString() {
        return template;
    }
}
