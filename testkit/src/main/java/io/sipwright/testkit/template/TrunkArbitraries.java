package io.sipwright.testkit.template;

import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import java.util.List;

/** Generates trunks. */
public final class TrunkArbitraries {

    private TrunkArbitraries() {}

    /** Valid trunks of one carrier. */
    public static SpecArbitrary<TrunkSpec> of(ProviderTemplate template) {
        return new SpecArbitrary<>(List.of(new TrunkForm(template)), TemplateCatalog.of(template));
    }

    /**
     * Valid trunks of any carrier in a catalogue.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SpecArbitrary<TrunkSpec> of(TemplateCatalog catalog) {
        List<SpecForm<TrunkSpec>> forms = catalog.providers().values().stream()
                .<SpecForm<TrunkSpec>>map(TrunkForm::new)
                .toList();
        return new SpecArbitrary<>(forms, catalog);
    }
}
