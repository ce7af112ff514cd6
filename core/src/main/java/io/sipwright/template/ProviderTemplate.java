package io.sipwright.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template for trunks of one carrier. Immutable and thread-safe. */
public final class ProviderTemplate extends Template {

    /** Field that says how the trunk and the carrier recognise each other. */
    public static final String AUTH = "auth";

    /** Field with the networks that the carrier's calls come from. */
    public static final String INBOUND_SOURCES = "inbound_sources";

    /** Field with the carrier's server. */
    public static final String SERVER = "server";

    ProviderTemplate(TemplateHead head, TemplateBody body) {
        super(head, body);
    }

    @Override
    public TemplateKind kind() {
        return TemplateKind.PROVIDER;
    }

    /** The ways of authentication it offers, the usual one first. */
    public List<String> authModes() {
        return field(AUTH).map(field -> List.copyOf(field.choices().keySet())).orElse(List.of());
    }

    /** The networks that calls to a trunk are recognised by; empty when it is done otherwise. */
    public List<Network> inboundNetworks(ObjectSpec trunk) {
        Map<String, FieldValue> effective = effective(trunk);
        FieldValue match = effective.get("inbound_match");
        FieldValue sources = effective.get(INBOUND_SOURCES);
        if (sources == null || match == null || !match.text().equals("address")) {
            return List.of();
        }
        return sources.items().stream()
                .map(Network::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
