package io.sipwright.ami;

import io.sipwright.pjsip.Option;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of what runs, as far as there are lists of them, and which endpoint shows which other object. */
final class Running {
    private final Set<String> endpoints = new HashSet<>();
    private final Set<String> registrations = new HashSet<>();
    private final Map<ObjectKey, String> shownBy = new HashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();

    /** Asks for the endpoints. An empty list is an error to Asterisk. */
    void askEndpoints(AmiSession session, Deadline deadline) throws AmiException {
        require(session.list(Actions.endpoints(), this::endpoint, deadline), "no endpoints found", "endpoints");
    }

    /** Takes endpoints for running that should, where asking for all would have Asterisk read all; each is asked for by itself. */
    void assume(Manifest wanted) {
        for (ObjectKey key : wanted.keys()) {
            if (key.type().equals(Types.ENDPOINT)) {
                endpoints.add(key.name());
                wanted.find(key)
                        .map(Manifest.Entry::section)
                        .ifPresent(section -> section.options().forEach(option -> shows(key.name(), option)));
            }
        }
    }

    private void shows(String endpoint, Option option) {
        switch (option.name()) {
            case "auth", "outbound_auth" -> shows(endpoint, Types.AUTH, option.value());
            case "aors" -> shows(endpoint, Types.AOR, option.value());
            default -> {}
        }
    }

    /** Asks for the registrations; what is shown of them and their auths also goes to a check. */
    void askRegistrations(AmiSession session, FieldCheck check, Deadline deadline) throws AmiException {
        AmiReply reply = session.list(
                Actions.registrations(),
                event -> {
                    registration(event);
                    check.event(event);
                },
                deadline);
        require(reply, "no ", "registrations");
    }

    /**
     * Asks for the names of auths and aors: where an endpoint is gone, what belongs to it may be as well. What can't be told
     * stays open.
     */
    void askAuthsAndAors(AmiSession session, Deadline deadline) throws AmiException {
        askNames(Types.AUTH, Actions.auths(), "AuthList", session, deadline);
        askNames(Types.AOR, Actions.aors(), "AorList", session, deadline);
    }

    private void askNames(String type, AmiAction question, String event, AmiSession session, Deadline deadline)
            throws AmiException {
        Set<String> names = new HashSet<>();
        AmiReply reply = session.list(
                question,
                shown -> {
                    if (shown.name().equals(event)) {
                        names.add(shown.get("ObjectName"));
                    }
                },
                deadline);
        if (reply.success() || reply.says("no " + type + "s found")) {
            others.put(type, names);
        }
    }

    private static void require(AmiReply reply, String emptyAnswer, String what) throws AmiException {
        if (reply.success() || reply.says(emptyAnswer)) {
            return;
        }
        if (reply.isNotPermitted()) {
            throw AmiException.unseen("the manager account needs write=system to be told of " + what);
        }
        throw AmiException.unseen("it would not list its " + what + ": '" + reply.message() + "'");
    }

    private void endpoint(EventMessage event) {
        if (!event.name().equals("EndpointList")) {
            return;
        }
        String name = event.get("ObjectName");
        endpoints.add(name);
        shows(name, Types.AUTH, event.get("Auths"));
        shows(name, Types.AUTH, event.get("OutboundAuths"));
        shows(name, Types.AOR, event.get("Aor"));
    }

    private void shows(String endpoint, String type, String names) {
        for (String name : names.split(",", -1)) {
            if (!name.isBlank()) {
                shownBy.putIfAbsent(new ObjectKey(type, name.strip()), endpoint);
            }
        }
    }

    private void registration(EventMessage event) {
        if (event.name().equals("OutboundRegistrationDetail")) {
            registrations.add(event.get("ObjectName"));
        }
    }

    Set<String> endpoints() {
        return endpoints;
    }

    /** Whether it is there; null if its type has no list, or it was not asked for. */
    @Nullable
    Boolean has(ObjectKey key) {
        return switch (key.type()) {
            case Types.ENDPOINT -> endpoints.contains(key.name());
            case Types.REGISTRATION -> registrations.contains(key.name());
            default -> others.containsKey(key.type()) ? others.get(key.type()).contains(key.name()) : null;
        };
    }

    /** The endpoint that is shown together with an auth or an aor; null if there is none. */
    @Nullable
    String endpointOf(ObjectKey key) {
        return shownBy.get(key);
    }
}
