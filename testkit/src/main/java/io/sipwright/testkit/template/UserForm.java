package io.sipwright.testkit.template;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.render.Renderer;
import io.sipwright.template.FieldValue;
import io.sipwright.template.FieldValues;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.UserTemplate;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.Map;

/** Users of one kind. */
record UserForm(UserTemplate template) implements SpecForm<SipUserSpec> {

    @Override
    public SipUserSpec make(String name, Map<String, FieldValue> values) {
        return SipUserSpec.builder(name, template.id()).build().withFields(template.normalize(FieldValues.of(values)));
    }

    @Override
    public SipUserSpec named(SipUserSpec spec, String name, boolean active) {
        return spec.toBuilder().username(name).active(active).build();
    }

    @Override
    public SipUserSpec with(SipUserSpec spec, OptionOverride override) {
        return spec.toBuilder().override(override).build();
    }

    @Override
    public SipUserSpec withTemplate(SipUserSpec spec, String id) {
        return spec.toBuilder().template(id).build();
    }

    @Override
    public List<Violation> check(SipUserSpec spec, SpecValidator validator) {
        return validator.check(spec, true, NoNeighbours.NONE);
    }

    @Override
    public List<PjsipElement> render(SipUserSpec spec, Renderer renderer) {
        return renderer.user(spec);
    }

    @Override
    public String templatePath() {
        return "template_type";
    }

    @Override
    public int maxNameLength() {
        return SipUserSpec.MAX_NAME_LENGTH;
    }
}
