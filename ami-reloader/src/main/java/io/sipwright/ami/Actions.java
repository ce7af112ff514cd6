package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;

/** The actions that are sent, besides the login. */
final class Actions {
    /** With it, both {@code Reload} and {@code ModuleLoad} know the module; the latter needs a wider right. */
    static final String MODULE = "res_pjsip.so";

    /** Registers at carriers, and finds out only when it is reloaded that a row of a registration is new, or gone. */
    static final String REGISTRATIONS = "res_pjsip_outbound_registration.so";

    /** Where Asterisk keeps what phones have registered. */
    static final String CONTACTS = "registrar/contact";

    private Actions() {}

    static AmiAction ping() {
        return AmiAction.named("Ping");
    }

    /** Which classes of events come unasked, e.g. {@code system} or {@code off}. */
    static AmiAction events(String mask) {
        return AmiAction.named("Events").with("EventMask", mask);
    }

    /** Unlike {@code ModuleLoad}, which needs the right {@code system}, this one needs {@code config} or that. */
    static AmiAction reload(String module) {
        return AmiAction.named("Reload").with("Module", module);
    }

    /** Drops an object that Asterisk keeps in a memory cache; refused if it keeps none of that name. */
    static AmiAction expire(ObjectKey key) {
        return AmiAction.named("SorceryMemoryCacheExpireObject")
                .with("Cache", "res_pjsip/" + key.type())
                .with("Object", key.name());
    }

    /** What it reads in a file; the account needs the right {@code config} or {@code system}. */
    static AmiAction file(String name) {
        return AmiAction.named("GetConfig").with("Filename", name);
    }

    static AmiAction coreStatus() {
        return AmiAction.named("CoreStatus");
    }

    static AmiAction endpoints() {
        return AmiAction.named("PJSIPShowEndpoints");
    }

    static AmiAction endpoint(String name) {
        return AmiAction.named("PJSIPShowEndpoint").with("Endpoint", name);
    }

    static AmiAction registrations() {
        return AmiAction.named("PJSIPShowRegistrationsOutbound");
    }

    static AmiAction auths() {
        return AmiAction.named("PJSIPShowAuths");
    }

    static AmiAction aors() {
        return AmiAction.named("PJSIPShowAors");
    }

    static AmiAction contacts() {
        return AmiAction.named("PJSIPShowContacts");
    }

    static AmiAction register(String registration) {
        return AmiAction.named("PJSIPRegister").with("Registration", registration);
    }

    static AmiAction unregister(String registration) {
        return AmiAction.named("PJSIPUnregister").with("Registration", registration);
    }

    /** A field of a loaded object; answered with an empty value if there is no such object or field. */
    static AmiAction field(ObjectKey key, String field) {
        return AmiAction.named("Getvar")
                .with("Variable", "AST_SORCERY(res_pjsip," + key.type() + "," + key.name() + "," + field + ")");
    }

    /**
     * Forgets one contact. Not {@code DBDelTree}: it compares with SQL's {@code LIKE}, in which the {@code _} of a name
     * stands for any character, and it does not find a contact by the name of its aor alone.
     */
    static AmiAction forget(String contact) {
        return AmiAction.named("DBDel").with("Family", CONTACTS).with("Key", contact);
    }
}
