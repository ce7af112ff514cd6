package io.sipwright.ami;

import java.util.Map;

/** Types of objects of which more is known than their name. */
final class Types {
    static final String ENDPOINT = "endpoint";
    static final String AUTH = "auth";
    static final String AOR = "aor";
    static final String IDENTIFY = "identify";
    static final String REGISTRATION = "registration";

    /** Of each type a field that no object is without, so that it tells whether there is one. */
    private static final Map<String, String> NEVER_EMPTY = Map.of(
            ENDPOINT,
            "max_audio_streams",
            AUTH,
            "auth_type",
            AOR,
            "max_contacts",
            IDENTIFY,
            "srv_lookups",
            REGISTRATION,
            "expiration",
            "transport",
            "protocol");

    /** The types that {@code PJSIPShowEndpoint} and the list of registrations show. */
    private static final Map<String, String> BY_EVENT = Map.of(
            "EndpointDetail", ENDPOINT,
            "AuthDetail", AUTH,
            "AorDetail", AOR,
            "IdentifyDetail", IDENTIFY,
            "OutboundRegistrationDetail", REGISTRATION);

    private Types() {}

    /** The field to ask for; of a type that is not known here, the stamp, which tells less. */
    static String fieldOfAny(String type, String stamp) {
        return NEVER_EMPTY.getOrDefault(type, stamp);
    }

    /** The type that an event shows; empty for another event. */
    static String ofEvent(String event) {
        return BY_EVENT.getOrDefault(event, "");
    }
}
