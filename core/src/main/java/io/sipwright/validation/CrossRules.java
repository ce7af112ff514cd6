package io.sipwright.validation;

import io.sipwright.template.Network;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules between objects. One section name that stands twice makes Asterisk refuse every object of its type; of two
 * trunks that claim the same address, it takes one at random.
 */
final class CrossRules {

    /** What the names of a trunk's sections end with. */
    private static final List<String> SUFFIXES = List.of("-auth", "-aor", "-endpoint", "-identify");

    private static final Pattern NUMBERED = Pattern.compile("(.+)-\\d{1,3}");

    private final TemplateCatalog catalog;
    private final ReservedNames reserved;

    CrossRules(TemplateCatalog catalog, ReservedNames reserved) {
        this.catalog = catalog;
        this.reserved = reserved;
    }

    void checkTrunkName(String name, Neighbours neighbours, Findings findings) {
        checkName(name, neighbours, findings);
        for (String suffix : SUFFIXES) {
            if (neighbours.hasTrunk(name + suffix) || neighbours.hasUser(name + suffix)) {
                findings.add("name", "name.section_taken", name, name + suffix);
            }
        }
    }

    void checkUserName(String name, Neighbours neighbours, Findings findings) {
        checkName(name, neighbours, findings);
    }

    private void checkName(String name, Neighbours neighbours, Findings findings) {
        if (findings.has("name")) {
            return;
        }
        if (reserved.contains(name)) {
            findings.add("name", "name.reserved", name, name);
        } else if (neighbours.hasTrunk(name)) {
            findings.add("name", "name.taken_by_trunk", name, name);
        } else if (neighbours.hasUser(name)) {
            findings.add("name", "name.taken_by_user", name, name);
        } else {
            trunkWithSection(name, neighbours)
                    .ifPresent(trunk -> findings.add("name", "name.section_of_trunk", name, name, trunk));
        }
    }

    /** The trunk that has a section of that name. */
    private static Optional<String> trunkWithSection(String name, Neighbours neighbours) {
        for (String suffix : SUFFIXES) {
            String stem = name.substring(0, Math.max(0, name.length() - suffix.length()));
            if (name.toLowerCase(Locale.ROOT).endsWith(suffix) && neighbours.hasTrunk(stem)) {
                return Optional.of(stem);
            }
        }
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() && neighbours.hasTrunk(numbered.group(1))
                ? Optional.of(numbered.group(1))
                : Optional.empty();
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
