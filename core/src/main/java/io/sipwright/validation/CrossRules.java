package io.sipwright.validation;

import io.sipwright.template.Network;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules between objects. One section name that stands twice makes Asterisk refuse every object of its type; of two
 * trunks that claim the same address, it takes one at random.
 */
final class CrossRules {

    private final TemplateCatalog catalog;
    private final ReservedNames reserved;

    CrossRules(TemplateCatalog catalog, ReservedNames reserved) {
        this.catalog = catalog;
        this.reserved = reserved;
    }

    /** Whether the name of a new object is free. */
    void checkName(String name, Neighbours neighbours, Findings findings) {
        if (reserved.contains(name)) {
            findings.add("name", "name.reserved", name, name);
        } else if (neighbours.trunk(name).isPresent()) {
            findings.add("name", "name.taken_by_trunk", name, name);
        } else if (neighbours.hasUser(name)) {
            findings.add("name", "name.taken_by_user", name, name);
        } else {
            trunkWithSection(name, neighbours)
                    .ifPresent(trunk -> findings.add("name", "name.section_of_trunk", name, name, trunk));
        }
    }

    /** Whether the names of all sections a trunk can have are free; also when it changes, and so gets more of them. */
    void checkSectionNames(TrunkSpec trunk, Neighbours neighbours, Findings findings) {
        sectionNames(trunk).stream()
                .filter(name -> !name.equalsIgnoreCase(trunk.name()))
                .filter(name -> neighbours.trunk(name).isPresent() || neighbours.hasUser(name))
                .forEach(name -> findings.add("name", "name.section_taken", trunk.name(), name));
    }

    private Set<String> sectionNames(TrunkSpec trunk) {
        return catalog.provider(trunk.provider())
                .map(template -> template.sectionNames(trunk))
                .orElse(Set.of());
    }

    /** The trunk that has a section of that name: one whose own name is the beginning of it, up to a hyphen. */
    private Optional<String> trunkWithSection(String name, Neighbours neighbours) {
        for (int hyphen = name.indexOf('-', 1); hyphen > 0; hyphen = name.indexOf('-', hyphen + 1)) {
            Optional<TrunkSpec> trunk = neighbours.trunk(name.substring(0, hyphen));
            // A number is kept free for further registrations, which the trunk may get later.
            boolean numbered = name.substring(hyphen + 1).matches("\\d{1,3}");
            if (trunk.isPresent()
                    && (numbered || sectionNames(trunk.get()).stream().anyMatch(name::equalsIgnoreCase))) {
                return trunk.map(TrunkSpec::name);
            }
        }
        return Optional.empty();
    }

    void checkInbound(TrunkSpec trunk, Neighbours neighbours, Findings findings) {
        List<Network> own = networks(trunk);
        if (!trunk.wideInboundAllowed()) {
            own.stream()
                    .filter(Network::isWide)
                    .forEach(network -> findings.add(
                            ProviderTemplate.INBOUND_SOURCES, "inbound.wide", network.toString(), network));
        }
        if (!trunk.active() || own.isEmpty()) {
            return;
        }
        Set<String> named = new HashSet<>();
        try (Stream<TrunkSpec> others = neighbours.trunks()) {
            others.filter(other -> other.active() && !other.name().equalsIgnoreCase(trunk.name()))
                    .forEach(other -> {
                        String shared = own.stream()
                                .filter(network -> networks(other).stream().anyMatch(network::overlaps))
                                .map(Network::toString)
                                .collect(Collectors.joining(", "));
                        if (!shared.isEmpty() && named.add(other.name())) {
                            findings.add(
                                    ProviderTemplate.INBOUND_SOURCES, "inbound.overlap", shared, other.name(), shared);
                        }
                    });
        }
    }

    private List<Network> networks(TrunkSpec trunk) {
        return catalog.provider(trunk.provider())
                .map(template -> template.inboundNetworks(trunk))
                .orElse(List.of());
    }
}
