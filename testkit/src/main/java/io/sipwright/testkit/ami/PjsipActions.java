package io.sipwright.testkit.ami;

import java.util.List;
import java.util.Map;

/** Actions on one object: an endpoint with all that belongs to it, and a registration. */
final class PjsipActions {
    private final FakePjsip pjsip;

    PjsipActions(FakePjsip pjsip) {
        this.pjsip = pjsip;
    }

    void endpoint(RecordedAction action, Reply reply) {
        String id = action.header("Endpoint");
        if (id.isEmpty()) {
            reply.error("PJSIPShowEndpoint requires an endpoint name\n");
            return;
        }
        Map<String, String> options = pjsip.get("endpoint", id).orElse(null);
        if (options == null) {
            reply.error("Unable to retrieve endpoint " + id + "\n");
            return;
        }
        reply.list("Following are Events for each object associated with the Endpoint");
        reply.complete("EndpointDetailComplete", show(id, options, reply));
    }

    private int show(String id, Map<String, String> options, Reply reply) {
        PjsipEvents events = new PjsipEvents(pjsip, reply);
        String owner = "EndpointName: " + id;
        int items = events.object(
                "EndpointDetail", "endpoint", id, "DeviceState: " + pjsip.deviceState(options), "ActiveChannels: 0");
        for (String option : List.of("auth", "outbound_auth")) {
            for (String auth : ObjectFields.list(options, option)) {
                items += events.object("AuthDetail", "auth", auth, owner);
            }
        }
        List<String> aors = ObjectFields.list(options, "aors");
        for (String aor : aors) {
            List<FakeContact> contacts = pjsip.contactsOf(aor);
            long registered =
                    contacts.stream().filter(contact -> !contact.isPermanent()).count();
            items += events.aor(
                    "AorDetail", aor, "TotalContacts: " + contacts.size(), "ContactsRegistered: " + registered, owner);
        }
        for (String aor : aors) {
            for (FakeContact contact : pjsip.contactsOf(aor)) {
                events.status(contact, id);
                items++;
            }
        }
        for (String identify : pjsip.ids("identify")) {
            boolean isOurs = pjsip.get("identify", identify)
                    .filter(other -> id.equals(other.get("endpoint")))
                    .isPresent();
            items += isOurs ? events.object("IdentifyDetail", "identify", identify, owner) : 0;
        }
        return items;
    }

    void register(RecordedAction action, Reply reply) {
        send(action, reply, "Registered", "Reregistration");
    }

    void unregister(RecordedAction action, Reply reply) {
        send(action, reply, "Unregistered", "Unregistration");
    }

    private void send(RecordedAction action, Reply reply, String state, String request) {
        String id = action.header("Registration");
        if (id.isEmpty()) {
            reply.error("Registration parameter missing.");
        } else if (id.equals("*all")) {
            pjsip.ids("registration").forEach(each -> pjsip.state(each, state));
            reply.success(request + "s queued.");
        } else if (pjsip.get("registration", id).isEmpty()) {
            reply.error("Unable to retrieve registration entry\n");
        } else {
            pjsip.state(id, state);
            reply.success(request + " sent");
        }
    }
}
