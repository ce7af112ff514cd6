package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.render.Renderer;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Trunks of one carrier. */
record TrunkForm(ProviderTemplate template) implements SpecForm<TrunkSpec> {

    @Override
    public TrunkSpec make(String name, Map<String, FieldValue> values) {
        TrunkSpec trunk =
                TrunkSpec.builder(name, template.id()).build().withFields(template.normalize(FieldValues.of(values)));
        boolean wide = Arrays.stream(AsteriskVersion.values())
                .flatMap(version -> template.inboundSources(trunk, version).stream())
                .anyMatch(source -> source.network().isWide());
        return wide ? trunk.toBuilder().allowWideInbound(true).build() : trunk;
    }

    @Override
    public TrunkSpec named(TrunkSpec spec, String name, boolean active) {
        return spec.toBuilder().name(name).active(active).build();
    }

    @Override
    public TrunkSpec with(TrunkSpec spec, OptionOverride override) {
        return spec.toBuilder().override(override).build();
    }

    @Override
    public TrunkSpec withTemplate(TrunkSpec spec, String id) {
        return spec.toBuilder().provider(id).build();
    }

    @Override
    public List<Violation> check(TrunkSpec spec, SpecValidator validator) {
        return validator.check(spec, true, NoNeighbours.NONE);
    }

    @Override
    public List<PjsipElement> render(TrunkSpec spec, Renderer renderer) {
        return renderer.trunk(spec);
    }

    @Override
    public String templatePath() {
        return "provider";
    }

    @Override
    public int maxNameLength() {
        return TrunkSpec.MAX_NAME_LENGTH;
    }
}
