package io.sipwright.testkit.template;

import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.UserTemplate;
import io.sipwright.user.SipUserSpec;
import java.util.List;

/** Generates SIP users. */
public final class SipUserArbitraries {

    private SipUserArbitraries() {}

    /** Valid users of one kind. */
    public static SpecArbitrary<SipUserSpec> of(UserTemplate template) {
        return new SpecArbitrary<>(List.of(new UserForm(template)), TemplateCatalog.of(template));
    }

    /**
     * Valid users of any kind in a catalogue.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SpecArbitrary<SipUserSpec> of(TemplateCatalog catalog) {
        List<SpecForm<SipUserSpec>> forms = catalog.userTemplates().values().stream()
                .<SpecForm<SipUserSpec>>map(UserForm::new)
                .toList();
        return new SpecArbitrary<>(forms, catalog);
    }
}
