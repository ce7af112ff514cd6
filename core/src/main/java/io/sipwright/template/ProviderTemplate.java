package io.sipwright.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Field that says what calls are recognised by. */
    public static final String INBOUND_MATCH = "inbound_match";

    /** Whether calls to a trunk could be recognised by a mark in its registration; not if it has none. */
    public boolean offersLine(ObjectSpec trunk) {
        return field(INBOUND_MATCH)
                        .filter(field -> field.choices().containsKey("line"))
                        .isPresent()
                && !check(new Recognised(trunk, "line")).containsKey(INBOUND_MATCH);
    }

    /** The networks that calls to a trunk are recognised by, its overrides counted; empty when it is done otherwise. */
    public List<Network> inboundNetworks(ObjectSpec trunk) {
        Optional<OptionOverride> own = trunk.overrides().stream()
                .filter(override -> override.option().equalsIgnoreCase("match"))
                .filter(override -> sectionType(override.section())
                        .filter("identify"::equals)
                        .isPresent())
                .reduce((first, second) -> second);
        return (own.isPresent()
                        ? own.get().values().stream().flatMap(line -> Arrays.stream(line.split(",")))
                        : sources(trunk))
                .map(String::strip)
                .map(Network::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<String> sources(ObjectSpec trunk) {
        Map<String, FieldValue> effective = effective(trunk);
        FieldValue match = effective.get(INBOUND_MATCH);
        FieldValue sources = effective.get(INBOUND_SOURCES);
        return sources == null || match == null || !match.text().equals("address")
                ? Stream.of()
                : sources.items().stream();
    }

    /** A trunk whose calls are recognised in another way. */
    private record Recognised(ObjectSpec trunk, String match) implements ObjectSpec {

        @Override
        public String name() {
            return trunk.name();
        }

        @Override
        public String templateId() {
            return trunk.templateId();
        }

        @Override
        public boolean active() {
            return trunk.active();
        }

        @Override
        public FieldValues fields() {
            Map<String, FieldValue> fields = new LinkedHashMap<>();
            trunk.fields().forEach(fields::put);
            fields.put(INBOUND_MATCH, FieldValue.of(match));
            return FieldValues.of(fields);
        }

        @Override
        public List<OptionOverride> overrides() {
            return trunk.overrides();
        }
    }
}
