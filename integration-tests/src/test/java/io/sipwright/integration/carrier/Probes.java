package io.sipwright.integration.carrier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is tried with the incoming calls of one carrier. */
final class Probes {

    private static final Pattern LINE = Pattern.compile(";(line=[^;>]+)");
    private static final String SOMEBODY = "12065550155";

    private static final String ELSEWHERE = "127.0.9.9";

    /** Says nothing to Asterisk. */
    private static final String NO_MARK = "transport=udp";

    private final CarrierWorld world;
    private final CarrierCase carrier;
    private final List<Probe> probes = new ArrayList<>();

    private Probes(CarrierWorld world, CarrierCase carrier) {
        this.world = world;
        this.carrier = carrier;
    }

    static List<Probe> of(CarrierWorld world, CarrierCase carrier) throws InterruptedException {
        Probes probes = new Probes(world, carrier);
        if (carrier.sources.isEmpty()) {
            probes.byMark();
        } else {
            probes.byAddress();
        }
        return probes.probes;
    }

    /** From both ends of each network and its middle; from the addresses next to it, unless these are listed as well. */
    private void byAddress() {
        List<Network> networks = world.sources(carrier);
        Set<String> inside = new LinkedHashSet<>();
        Set<String> outside = new LinkedHashSet<>();
        for (Network network : networks) {
            inside.addAll(List.of(network.first(), network.middle(), network.last()));
            outside.addAll(List.of(network.before(), network.after()));
        }
        outside.removeIf(address -> networks.stream().anyMatch(network -> network.has(address)));
        String account = carrier.calledInTo ? carrier.registration.orElseThrow().contact() : CarrierCase.CALLED;
        inside.forEach(source -> allowed(source, account, NO_MARK, CarrierCase.CALLED, "listed"));
        outside.forEach(source -> refused(source, account, NO_MARK, SOMEBODY, "next to a listed one"));
        for (String name : List.of(carrier.endpoint(), carrier.template)) {
            refused(outside.iterator().next(), account, NO_MARK, name, "not listed, with our name in From");
        }
    }

    /** With the mark that stands in Contact of the registration, which counts from wherever; with another one; without. */
    private void byMark() throws InterruptedException {
        CarrierServer server = world.server(carrier);
        String account = carrier.registration.orElseThrow().contact();
        CarrierWorld.await(
                carrier + " registers", () -> server.received("REGISTER").size() >= 2);
        Matcher line = LINE.matcher(server.received("REGISTER").get(1).header("Contact"));
        String mark = line.find() ? line.group(1) : "line=none-in-contact";
        allowed(carrier.address, account, mark, account, "with the mark");
        allowed(ELSEWHERE, account, mark, account, "with the mark, from another address");
        refused(carrier.address, account, "line=nonesuch", SOMEBODY, "with a wrong mark");
        refused(carrier.address, account, NO_MARK, SOMEBODY, "without the mark");
        for (String name : List.of(carrier.endpoint(), carrier.template, account)) {
            refused(carrier.address, account, NO_MARK, name, "without the mark, with our name in From");
        }
    }

    private void allowed(String source, String account, String parameter, String called, String why) {
        probes.add(new Probe(carrier, source, account, parameter, CarrierCase.CALLED, SOMEBODY, called, why));
    }

    private void refused(String source, String account, String parameter, String from, String why) {
        probes.add(new Probe(carrier, source, account, parameter, CarrierCase.CALLED, from, "", why));
    }
}
