package io.sipwright.testkit.ami;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The actions that list objects of a type. */
final class PjsipLists {
    /** Asterisk ends the messages of some errors with a line feed of their own. */
    private static final String STRAY = "\n";

    private final FakePjsip pjsip;

    PjsipLists(FakePjsip pjsip) {
        this.pjsip = pjsip;
    }

    void endpoints(RecordedAction action, Reply reply) {
        List<String> ids = pjsip.ids("endpoint");
        if (open("Endpoints", "EndpointList", ids.isEmpty(), reply)) {
            ids.forEach(id -> pjsip.get("endpoint", id).ifPresent(options -> endpoint(id, options, reply)));
            reply.complete("EndpointListComplete", ids.size());
        }
    }

    void aors(RecordedAction action, Reply reply) {
        List<String> ids = pjsip.ids("aor");
        if (open("AORs", "AorList", ids.isEmpty(), reply)) {
            ids.forEach(id -> new PjsipEvents(pjsip, reply).aor("AorList", id));
            reply.complete("AorListComplete", ids.size());
        }
    }

    void auths(RecordedAction action, Reply reply) {
        List<String> ids = pjsip.ids("auth");
        if (open("Auths", "AuthList", ids.isEmpty(), reply)) {
            ids.forEach(id -> new PjsipEvents(pjsip, reply).object("AuthList", "auth", id));
            reply.complete("AuthListComplete", ids.size());
        }
    }

    void contacts(RecordedAction action, Reply reply) {
        List<FakeContact> contacts = pjsip.registered();
        if (open("Contacts", "ContactList", contacts.isEmpty(), reply)) {
            contacts.forEach(contact -> new PjsipEvents(pjsip, reply).contact(contact));
            reply.complete("ContactListComplete", contacts.size());
        }
    }

    /** Unlike the others, empty is no error; and each registration brings its auths, which are not counted. */
    void registrations(RecordedAction action, Reply reply) {
        List<String> ids = pjsip.ids("registration");
        reply.list("Following are Events for each Outbound registration");
        PjsipEvents events = new PjsipEvents(pjsip, reply);
        for (String id : ids) {
            events.object("OutboundRegistrationDetail", "registration", id, "Status: " + pjsip.state(id), "NextReg: 0");
            Map<String, String> options = pjsip.get("registration", id).orElse(Map.of());
            ObjectFields.list(options, "outbound_auth").forEach(auth -> events.object("AuthDetail", "auth", auth));
        }
        long registered =
                ids.stream().filter(id -> pjsip.state(id).equals("Registered")).count();
        reply.complete(
                "OutboundRegistrationDetailComplete",
                ids.size(),
                "Registered: " + registered,
                "NotRegistered: " + (ids.size() - registered));
    }

    private static boolean open(String things, String event, boolean isEmpty, Reply reply) {
        if (isEmpty) {
            reply.error("No " + things.replace("Endpoints", "endpoints") + " found" + STRAY);
            return false;
        }
        reply.list("A listing of " + things + " follows, presented as " + event + " events");
        return true;
    }

    private void endpoint(String id, Map<String, String> options, Reply reply) {
        Stream<String> head = Stream.of(
                "Event: EndpointList",
                "ObjectType: endpoint",
                "ObjectName: " + id,
                "Transport: " + option(options, "transport"),
                "Aor: " + option(options, "aors"),
                "Auths: " + option(options, "auth"),
                "OutboundAuths: " + option(options, "outbound_auth"));
        // One line for each aor that is there, and in it a comma behind each contact.
        Stream<String> shown = ObjectFields.list(options, "aors").stream()
                .filter(aor -> pjsip.get("aor", aor).isPresent())
                .map(pjsip::contactsOf)
                .map(list -> list.stream().map(contact -> contact.shown() + ",").reduce("Contacts: ", String::concat));
        Stream<String> state = Stream.of("DeviceState: " + pjsip.deviceState(options), "ActiveChannels: 0");
        reply.message(Stream.of(head, shown, state).flatMap(lines -> lines).toList());
    }

    private static String option(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).orElse("");
    }
}
