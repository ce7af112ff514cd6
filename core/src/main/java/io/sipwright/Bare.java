package io.sipwright;

import io.sipwright.template.FieldValues;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import java.util.List;

/** An object without its overrides. */
record Bare(ObjectSpec spec) implements ObjectSpec {

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public String templateId() {
        return spec.templateId();
    }

    @Override
    public boolean active() {
        return spec.active();
    }

    @Override
    public FieldValues fields() {
        return spec.fields();
    }

    @Override
    public List<OptionOverride> overrides() {
        return List.of();
    }
}
