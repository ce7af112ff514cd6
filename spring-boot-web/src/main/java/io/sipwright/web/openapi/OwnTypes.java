package io.sipwright.web.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps springdoc from looking into our types: what they are in JSON is not what the host's settings would make of them. */
final class OwnTypes implements ModelConverter {

    /** Also inside of another type, as in {@code ResponseEntity<TrunkAnswer>}. */
    private static final Pattern OWN =
            Pattern.compile(".*\\b" + Pattern.quote(SipwrightOpenApiAutoConfiguration.CONTROLLERS) + "\\.[A-Z].*");

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (type.getType() != null && OWN.matcher(type.getType().getTypeName()).matches()) {
            return Json.anything();
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
