package io.sipwright.testkit.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.testkit.AsteriskServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What holds of each template of a catalogue. Not thread-safe. */
public final class CatalogAssert extends AbstractAssert<CatalogAssert, TemplateCatalog> {

    CatalogAssert(TemplateCatalog actual) {
        super(actual, CatalogAssert.class);
    }

    /** See {@link TemplateAssert#rendersValidPjsipFor}. */
    public CatalogAssert rendersValidPjsipFor(AsteriskVersion first, AsteriskVersion... more) {
        return each(template -> template.rendersValidPjsipFor(first, more));
    }

    /** See {@link TemplateAssert#loadsInto}. */
    public CatalogAssert loadsInto(AsteriskServer... servers) {
        return each(template -> template.loadsInto(servers));
    }

    /** See {@link TemplateAssert#hasNoAdvice}. */
    public CatalogAssert hasNoAdvice(String... except) {
        return each(template -> template.hasNoAdvice(except));
    }

    /** All templates are tried; the message is about all that fail. */
    private CatalogAssert each(Consumer<TemplateAssert> assertion) {
        isNotNull();
        List<String> failures = new ArrayList<>();
        Stream.<Template>concat(actual.providers().values().stream(), actual.userTemplates().values().stream())
                .forEach(template -> {
                    try {
                        assertion.accept(new TemplateAssert(template));
                    } catch (AssertionError e) {
                        failures.add(String.valueOf(e.getMessage()));
                    }
                });
        if (!failures.isEmpty()) {
            failWithMessage("%s", String.join("\n", failures));
        }
        return this;
    }
}
