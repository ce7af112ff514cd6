package io.sipwright.trunk;

import io.sipwright.secret.Secret;
import io.sipwright.template.FieldEditor;

/**
 * The fields that most carriers have, by name; others are set with {@code field(name, value)}.
 *
 * @param <B> the builder itself
 */
public abstract class TrunkFields<B extends TrunkFields<B>> extends FieldEditor<B> {

    TrunkFields() {}

    /**
     * How the carrier recognises this Asterisk: {@code registration}, {@code credentials}, {@code ip} or
     * {@code certificate}.
     */
    public B auth(String mode) {
        return field("auth", mode);
    }

    /** Name of the account at the carrier. */
    public B username(String username) {
        return field("username", username);
    }

    /** Password of the account. */
    public B password(Secret password) {
        return field("password", password);
    }

    /** Password of the account. */
    public B password(String password) {
        return password(Secret.of(password));
    }

    /** Host name or address of the carrier's server. */
    public B server(String host) {
        return field("server", host);
    }

    /** Port of the carrier's server, where it is not the usual one. */
    public B port(int port) {
        return field("port", Integer.toString(port));
    }

    /** A number of this account, from which calls are made. */
    public B did(String number) {
        return field("did", number);
    }

    /** Context of the dialplan that calls from the carrier enter; {@code from-trunk} by default. */
    public B context(String context) {
        return field("context", context);
    }

    /** Codecs in order of preference. */
    public B codecs(String... codecs) {
        return list("codecs", codecs);
    }

    /** Networks that calls from the carrier come from. */
    public B inboundSources(String... networks) {
        return list("inbound_sources", networks);
    }

    /** Name of the transport section in the host's own configuration. */
    public B transport(String name) {
        return field("transport", name);
    }
}
