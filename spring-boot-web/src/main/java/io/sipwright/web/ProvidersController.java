package io.sipwright.web;

import io.sipwright.Sipwright;
import io.sipwright.store.NotFoundException;
import io.sipwright.template.ProviderTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Templates of carriers. */
@ApiController
@RequestMapping(path = "/providers", produces = MediaType.APPLICATION_JSON_VALUE)
class ProvidersController {

    private final Sipwright sipwright;

    ProvidersController(Api api) {
        this.sipwright = api.sipwright();
    }

    @GetMapping
    ResponseEntity<ProvidersBody> list() {
        Map<String, ProviderInfo> info = new LinkedHashMap<>();
        sipwright
                .providers()
                .forEach(template -> info.put(template.id(), ProviderInfo.of(template, new Form(template))));
        return Api.ok(new ProvidersBody(true, List.copyOf(info.keySet()), info));
    }

    @GetMapping("/{provider}/details")
    ResponseEntity<ProviderDetails> details(@PathVariable String provider) {
        ProviderTemplate template = template(provider);
        Form form = new Form(template);
        Map<String, String> sections = form.sections(sipwright.asteriskVersion());
        return Api.ok(new ProviderDetails(
                true,
                template.id(),
                ProviderInfo.of(template, form),
                sections.get("registration"),
                sections.get("auth"),
                sections.get("aor"),
                sections.get("endpoint"),
                sections.get("identify"),
                sections,
                form.fields()));
    }

    /** JSON Schema of the form. */
    @GetMapping("/{provider}/schema")
    ResponseEntity<SchemaBody> schema(@PathVariable String provider) {
        return Api.ok(FormSchema.of(new Form(template(provider))));
    }

    private ProviderTemplate template(String id) {
        ProviderTemplate template = new Templates(sipwright).provider(id);
        if (template == null) {
            throw new NotFoundException("provider", Texts.shortened(id));
        }
        return template;
    }
}
