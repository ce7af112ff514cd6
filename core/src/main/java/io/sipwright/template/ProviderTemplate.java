package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** Field that says what calls are recognised by. */
    public static final String INBOUND_MATCH = "inbound_match";

    private static final String IDENTIFY = "identify";

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

    /**
     * Whether calls to a trunk could be recognised in that way, as it is filled in otherwise: by a {@code line} only where
     * it registers.
     */
    public boolean offersInboundMatch(ObjectSpec trunk, String way) {
        return field(INBOUND_MATCH)
                        .filter(field -> field.choices().containsKey(way))
                        .isPresent()
                && !check(new Recognised(trunk, way)).containsKey(INBOUND_MATCH);
    }

    /**
     * The addresses that calls to a trunk are recognised by: of all {@code match} lines of its {@code identify} sections,
     * overrides counted. Host names are left out.
     */
    public List<InboundSource> inboundSources(ObjectSpec trunk, AsteriskVersion version) {
        return fill(trunk, version, IDENTIFY).stream()
                .flatMap(filled -> filled.section().all("match").stream())
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .map(InboundSource::parse)
                .flatMap(Optional::stream)
                .toList();
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
