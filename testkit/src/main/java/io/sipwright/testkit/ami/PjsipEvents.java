package io.sipwright.testkit.ami;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Events that show one object each. */
final class PjsipEvents {
    private final FakePjsip pjsip;
    private final Reply reply;

    PjsipEvents(FakePjsip pjsip, Reply reply) {
        this.pjsip = pjsip;
        this.reply = reply;
    }

    /** Nothing for an object that is not loaded. */
    int object(String event, String type, String id, String... more) {
        return pjsip.get(type, id)
                .map(options -> {
                    reply.object(event, type, id, ObjectFields.events(type, options), more);
                    return 1;
                })
                .orElse(0);
    }

    int aor(String event, String id, String... more) {
        return pjsip.get("aor", id)
                .map(options -> {
                    Map<String, String> fields = new TreeMap<>(ObjectFields.events("aor", options));
                    String contacts = pjsip.contactsOf(id).stream()
                            .map(FakeContact::shown)
                            .collect(Collectors.joining(","));
                    fields.put("Contacts", contacts);
                    reply.object(event, "aor", id, fields, more);
                    return 1;
                })
                .orElse(0);
    }

    void contact(FakeContact contact) {
        reply.message(
                "Event: ContactList",
                "ObjectType: contact",
                "ObjectName: " + contact.key(),
                "ViaAddr: ",
                "QualifyTimeout: 3.000000",
                "Qualify2xxOnly: false",
                "CallId: ",
                "RegServer: ",
                "PruneOnBoot: no",
                "Path: ",
                "Endpoint: " + contact.aor(),
                "ViaPort: 0",
                "AuthenticateQualify: no",
                "Uri: " + contact.uri(),
                "QualifyFrequency: 0",
                "UserAgent: ",
                "ExpirationTime: 4000000000",
                "OutboundProxy: ",
                "Status: NonQualified",
                "RoundtripUsec: N/A");
    }

    void status(FakeContact contact, String endpoint) {
        String expires = contact.isPermanent() ? "0" : "4000000000";
        reply.message(
                "Event: ContactStatusDetail",
                "AOR: " + contact.aor(),
                "URI: " + contact.uri(),
                "UserAgent: ",
                "RegExpire: " + expires,
                "Status: NonQualified",
                "RoundtripUsec: N/A",
                "EndpointName: " + endpoint,
                "ID: " + contact.key(),
                "AuthenticateQualify: 0",
                "OutboundProxy: ",
                "Path: ",
                "QualifyFrequency: 0",
                "QualifyTimeout: 3.000",
                "Qualify2xxOnly: 0");
    }
}
