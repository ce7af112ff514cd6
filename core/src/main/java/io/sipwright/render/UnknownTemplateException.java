package io.sipwright.render;

import io.sipwright.error.SipwrightException;
import io.sipwright.template.ObjectSpec;

/** An object was made with a template that the catalogue no longer has. */
public final class UnknownTemplateException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    private final String objectName;
    private final String templateId;

    UnknownTemplateException(ObjectSpec spec) {
        super("'" + spec.name() + "' needs the template '" + spec.templateId()
                + "', which the catalogue does not have");
        this.objectName = spec.name();
        this.templateId = spec.templateId();
    }

    public String objectName() {
        return objectName;
    }

    public String templateId() {
        return templateId;
    }
}
