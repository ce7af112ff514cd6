package io.sipwright.template;

/** A template for one kind of SIP users. Immutable and thread-safe. */
public final class UserTemplate extends Template {

    UserTemplate(TemplateHead head, TemplateBody body) {
        super(head, body);
    }

    @Override
    public TemplateKind kind() {
        return TemplateKind.USER;
    }
}
