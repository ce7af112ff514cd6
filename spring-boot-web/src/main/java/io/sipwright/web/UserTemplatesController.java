package io.sipwright.web;

import io.sipwright.Sipwright;
import io.sipwright.store.NotFoundException;
import io.sipwright.template.UserTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Templates of kinds of users. */
@ApiController
@RequestMapping(path = "/user-templates", produces = MediaType.APPLICATION_JSON_VALUE)
class UserTemplatesController {

    private final Sipwright sipwright;

    UserTemplatesController(Api api) {
        this.sipwright = api.sipwright();
    }

    @GetMapping
    ResponseEntity<UserTemplatesBody> list() {
        Map<String, UserTemplateInfo> templates = new LinkedHashMap<>();
        sipwright
                .userTemplates()
                .forEach(template -> templates.put(template.id(), UserTemplateInfo.of(template, new Form(template))));
        return Api.ok(new UserTemplatesBody(true, templates));
    }

    @GetMapping("/{template}")
    ResponseEntity<UserTemplateDetails> details(@PathVariable("template") String id) {
        UserTemplate template = template(id);
        Form form = new Form(template);
        Map<String, String> sections = form.sections(sipwright.asteriskVersion());
        return Api.ok(new UserTemplateDetails(
                true,
                template.id(),
                UserTemplateInfo.of(template, form),
                sections.get("auth"),
                sections.get("aor"),
                sections.get("endpoint"),
                sections,
                form.fields()));
    }

    /** JSON Schema of the form. */
    @GetMapping("/{template}/schema")
    ResponseEntity<SchemaBody> schema(@PathVariable("template") String id) {
        return Api.ok(FormSchema.of(new Form(template(id))));
    }

    private UserTemplate template(String id) {
        UserTemplate template = new Templates(sipwright).user(id);
        if (template == null) {
            throw new NotFoundException("user template", Texts.shortened(id));
        }
        return template;
    }
}
