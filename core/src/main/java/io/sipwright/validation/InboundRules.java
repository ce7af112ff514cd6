package io.sipwright.validation;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.InboundSource;
import io.sipwright.template.Network;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where calls of trunks may come from. Of two trunks that claim the same address Asterisk gives all calls to one, and never
 * for the reason that its network is the smaller one (measured on Asterisk 22 and 16; see docs/templates.md).
 */
final class InboundRules {

    private final TemplateCatalog catalog;
    private final AsteriskVersion version;

    InboundRules(TemplateCatalog catalog, AsteriskVersion version) {
        this.catalog = catalog;
        this.version = version;
    }

    void check(TrunkSpec trunk, Neighbours neighbours, Findings findings) {
        List<InboundSource> own = sources(trunk);
        // What the template names is the carrier's own, however wide; what is filled in may be a slip.
        if (!trunk.wideInboundAllowed() && isFilledIn(trunk)) {
            own.stream()
                    .map(InboundSource::network)
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
                        String shared = shared(own, sources(other));
                        if (!shared.isEmpty() && named.add(other.name())) {
                            findings.add(
                                    ProviderTemplate.INBOUND_SOURCES,
                                    "inbound.overlap",
                                    shared,
                                    other.name(),
                                    shared,
                                    remedies(trunk, other, findings));
                        }
                    });
        }
    }

    private static boolean isFilledIn(TrunkSpec trunk) {
        return trunk.fields().get(ProviderTemplate.INBOUND_SOURCES) != null
                || trunk.overrides().stream()
                        .anyMatch(override -> override.option().equalsIgnoreCase("match"));
    }

    private static String shared(List<InboundSource> own, List<InboundSource> theirs) {
        return own.stream()
                .filter(source -> theirs.stream().anyMatch(source::overlaps))
                .map(InboundSource::toString)
                .collect(Collectors.joining(", "));
    }

    /** What tells the two apart, whichever of them can do it; or else how one of them takes all calls. */
    private String remedies(TrunkSpec trunk, TrunkSpec other, Findings findings) {
        String apart = offering("line", trunk, other)
                .map(name -> findings.text("inbound.overlap.line", name))
                .findFirst()
                .orElseGet(() -> findings.text("inbound.overlap.header"));
        String one = offering("none", trunk, other)
                .map(name -> findings.text("inbound.overlap.none", name))
                .findFirst()
                .orElse("");
        return apart + one;
    }

    /** The names of those whose calls could be recognised in that way, the trunk at hand first. */
    private Stream<String> offering(String way, TrunkSpec... trunks) {
        return Stream.of(trunks)
                .filter(trunk -> catalog.provider(trunk.provider())
                        .filter(template -> template.offersInboundMatch(trunk, way))
                        .isPresent())
                .map(TrunkSpec::name);
    }

    private List<InboundSource> sources(TrunkSpec trunk) {
        return catalog.provider(trunk.provider())
                .map(template -> template.inboundSources(trunk, version))
                .orElse(List.of());
    }
}
