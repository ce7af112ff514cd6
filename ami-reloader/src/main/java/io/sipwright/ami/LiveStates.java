package io.sipwright.ami;

import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Asks for all present states. */
final class LiveStates {
    private LiveStates() {}

    static List<TrunkRegistration> registrations(AmiSession session, Deadline deadline) throws AmiException {
        List<TrunkRegistration> all = new ArrayList<>();
        list(session, Actions.registrations(), "registrations", deadline, event -> {
            if (event.name().equals("OutboundRegistrationDetail")) {
                all.add(StateWords.registration(event));
            }
        });
        all.sort(Comparator.comparing(TrunkRegistration::name));
        return all;
    }

    static List<UserContact> contacts(AmiSession session, Deadline deadline) throws AmiException {
        List<UserContact> all = new ArrayList<>();
        list(session, Actions.contacts(), "contacts", deadline, event -> {
            if (event.name().equals("ContactList")) {
                all.add(StateWords.contact(event));
            }
        });
        all.sort(Comparator.comparing(UserContact::aor).thenComparing(UserContact::uri));
        return all;
    }

    private static void list(
            AmiSession session, AmiAction action, String what, Deadline deadline, Consumer<EventMessage> sink)
            throws AmiException {
        AmiReply reply = session.list(action, sink, deadline);
        // An empty list may be an error to Asterisk.
        if (reply.success() || reply.says("no " + what + " found")) {
            return;
        }
        if (reply.isNotPermitted()) {
            throw AmiException.unseen("the manager account needs write=system to be told of " + what);
        }
        throw AmiException.unseen(
                reply.isUnknownAction()
                        ? "it does not know of " + what + ": the module for them is not loaded"
                        : "it would not list its " + what + ": '" + reply.message() + "'");
    }

    /** In words that do not speak of a reload. */
    static String why(AmiException trouble) {
        ReloadOutcome outcome = trouble.outcome();
        if (outcome instanceof ReloadOutcome.Unseen unseen) {
            return "Asterisk does not say: " + unseen.reason();
        }
        if (outcome instanceof ReloadOutcome.Failed failed) {
            return "Asterisk does not say: " + failed.reason();
        }
        return outcome.summary();
    }
}
