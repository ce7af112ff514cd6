package io.sipwright.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Advice on addresses that calls come from, and on servers that they go to. */
record SourceAdvice(Advising advising, LocalDate today) {

    void give() {
        List<Network> all = new ArrayList<>();
        for (TemplateField field : advising.body().fields().values()) {
            for (GivenTexts texts : GivenTexts.of(field, advising.body())) {
                if (field.type() == FieldType.NETWORKS) {
                    texts.items().forEach(item -> source(texts.pointer(), item, all));
                } else if (field.type() == FieldType.HOST || field.type() == FieldType.HOSTS) {
                    texts.items().stream()
                            .filter(ReservedAddresses::isExample)
                            .forEach(item -> advising.add(
                                    texts.pointer(),
                                    AdviceCode.SERVER_DOCUMENTATION,
                                    "'" + item + "' is an example, or an address that no carrier has"));
                }
            }
        }
        identifies(all);
        leaving(all);
    }

    private void source(String pointer, String text, List<Network> all) {
        Optional<Network> parsed = Network.parse(text);
        if (parsed.isEmpty()) {
            advising.add(pointer, AdviceCode.INBOUND_HOST_NAME, "'" + text + "' is not an address");
            return;
        }
        Network network = parsed.get();
        all.add(network);
        if (ReservedAddresses.isDocumentation(network)) {
            advising.add(pointer, AdviceCode.INBOUND_DOCUMENTATION, network + " is kept for documentation");
        } else if (ReservedAddresses.isPrivate(network)) {
            advising.add(pointer, AdviceCode.INBOUND_PRIVATE, network + " is no public address");
        }
        if (network.hasHostBits()) {
            advising.add(
                    pointer,
                    AdviceCode.INBOUND_HOST_BITS,
                    "'" + text + "' is no first address of a network; all of " + network.first() + " is let in");
        }
        if (network.prefix() < (network.address().getAddress().length == 4 ? 8 : 16)) {
            advising.add(pointer, AdviceCode.INBOUND_WORLD, network + " is a good part of the internet");
        } else if (network.isWide()) {
            advising.add(
                    pointer, AdviceCode.INBOUND_WIDE, network + " is wider than a carrier needs (/24, or /48 of IPv6)");
        }
    }

    private void identifies(List<Network> all) {
        for (SectionTemplate section : advising.body().sections()) {
            if (!section.type().equals("identify")) {
                continue;
            }
            for (OptionTemplate option : section.options()) {
                if (option.name().equalsIgnoreCase("match")) {
                    match("/sections/" + section.role() + "/options/" + option.name(), option, all);
                }
            }
        }
    }

    private void match(String pointer, OptionTemplate option, List<Network> all) {
        option.alternatives().stream()
                .flatMap(alternative -> alternative.patterns.values().stream())
                .distinct()
                .forEach(pattern -> {
                    if (pattern.isConstant()) {
                        for (String item : pattern.constant().split(",")) {
                            source(pointer, item.strip(), all);
                        }
                    }
                    pattern.placeholders().stream()
                            .map(name -> advising.body().field(name))
                            .filter(Objects::nonNull)
                            .filter(field -> field.type() != FieldType.NETWORKS)
                            .forEach(field -> advising.add(
                                    pointer,
                                    AdviceCode.INBOUND_HOST_NAME,
                                    "The field '" + field.name() + "' may hold a host name"));
                });
    }

    private void leaving(List<Network> all) {
        advising.template().leaving().forEach((address, day) -> {
            String pointer = "/leaving/" + address.replace("/", "~1");
            Optional<Network> network = Network.parse(address);
            if (network.isPresent() && all.stream().noneMatch(network.get()::equals)) {
                advising.add(pointer, AdviceCode.LEAVING_UNKNOWN, address + " is not among the inbound sources");
            } else if (day.isBefore(today)) {
                advising.add(pointer, AdviceCode.LEAVING_OVER, address + " was given up on " + day);
            }
        });
    }
}
