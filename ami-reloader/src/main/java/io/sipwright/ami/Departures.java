package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the registrations that go. Asterisk does so by itself when it has reloaded, but then their auth is gone as well, and
 * a carrier that asks for a password keeps them.
 */
final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    /** A carrier that does not answer must not hold up the reload. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final long PAUSE_MILLIS = 50;

    private Departures() {}

    static void end(AmiSession session, Set<ObjectKey> removed, Deadline deadline) throws AmiException {
        List<String> names = removed.stream()
                .filter(key -> key.type().equals(Types.REGISTRATION))
                .map(ObjectKey::name)
                .toList();
        if (names.isEmpty()) {
            return;
        }
        List<AmiReply> replies =
                session.sendAll(names.stream().map(Actions::unregister).toList(), deadline);
        Set<String> going = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (replies.get(i).success()) {
                going.add(names.get(i));
            } else {
                LOG.warn(
                        "Registration {} cannot be ended: {}",
                        names.get(i),
                        replies.get(i).message());
            }
        }
        await(session, going, Deadline.in(deadline.left(LIMIT)), deadline);
    }

    private static void await(AmiSession session, Set<String> going, Deadline patience, Deadline deadline)
            throws AmiException {
        while (!going.isEmpty()) {
            Set<String> registered = new HashSet<>();
            session.list(Actions.registrations(), event -> collect(event, registered), deadline);
            going.retainAll(registered);
            if (going.isEmpty() || patience.isOver()) {
                break;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw Waiting.interrupted("the end of registrations");
            }
        }
        going.forEach(name -> LOG.warn("The carrier of registration {} did not confirm its end", name));
    }

    private static void collect(EventMessage event, Set<String> registered) {
        String status = event.get("Status").strip();
        if (event.name().equals("OutboundRegistrationDetail")
                && (status.equals("Registered") || status.equals("Stopping"))) {
            registered.add(event.get("ObjectName"));
        }
    }
}
