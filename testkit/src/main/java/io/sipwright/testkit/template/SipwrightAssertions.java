package io.sipwright.testkit.template;

import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;

/**
 * Assertions on templates, in the manner of AssertJ. What has to be wrong in a template, and what to do about it, is in the
 * message; no secret is.
 */
public final class SipwrightAssertions {

    private SipwrightAssertions() {}

    /** Of one template. */
    public static TemplateAssert assertThatTemplate(Template template) {
        return new TemplateAssert(template);
    }

    /** Of the template with an id, of a carrier or of users. */
    public static TemplateAssert assertThatTemplate(TemplateCatalog catalog, String id) {
        Template template = catalog.provider(id)
                .<Template>map(provider -> provider)
                .or(() -> catalog.userTemplate(id))
                .orElseThrow(() -> new AssertionError(
                        catalog.abstractIds().contains(id)
                                ? "The template '" + id + "' is for inheriting only"
                                : "There is no template '" + id + "'"));
        return new TemplateAssert(template);
    }

    /** Of all templates of a catalogue. */
    public static CatalogAssert assertThat(TemplateCatalog catalog) {
        return new CatalogAssert(catalog);
    }
}
