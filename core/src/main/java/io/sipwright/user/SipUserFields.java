package io.sipwright.user;

import io.sipwright.secret.Secret;
import io.sipwright.template.FieldEditor;

/**
 * The fields that most kinds of users have, by name; others are set with {@code field(name, value)}.
 *
 * @param <B> the builder itself
 */
public abstract class SipUserFields<B extends SipUserFields<B>> extends FieldEditor<B> {

    SipUserFields() {}

    /** Number by which the user is called inside. */
    public B extension(String extension) {
        return field("extension", extension);
    }

    /** Password that the phone registers with. */
    public B secret(Secret secret) {
        return field("secret", secret);
    }

    /** Password that the phone registers with. */
    public B secret(String secret) {
        return secret(Secret.of(secret));
    }

    /** Name that the called person sees. */
    public B displayName(String name) {
        return field("display_name", name);
    }

    /** Context of the dialplan that the user's calls enter; {@code from-internal} by default. */
    public B context(String context) {
        return field("context", context);
    }

    /** Codecs in order of preference. */
    public B codecs(String... codecs) {
        return list("codecs", codecs);
    }

    /** How many devices may be registered at a time. */
    public B maxContacts(int devices) {
        return field("max_contacts", Integer.toString(devices));
    }

    /** Mailbox such as {@code 1001@default}. */
    public B voicemail(String mailbox) {
        return field("voicemail", mailbox);
    }

    /** Number of calls at a time from which the user counts as busy. */
    public B callLimit(int calls) {
        return field("call_limit", Integer.toString(calls));
    }

    /** Name of the transport section in the host's own configuration. */
    public B transport(String name) {
        return field("transport", name);
    }
}
