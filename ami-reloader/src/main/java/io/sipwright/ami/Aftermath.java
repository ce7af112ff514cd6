package io.sipwright.ami;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reload leaves undone. */
final class Aftermath {
    private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

    /** Between the name of an aor and the hash of what a phone registered there; neither is allowed in our names. */
    private static final String MARK = ";@";

    private final AmiSession session;
    private final Difference difference;
    private final Predicate<ObjectKey> isBad;
    private final boolean rows;
    private final Deadline deadline;

    /**
     * Leaves objects alone that do not run as they should.
     *
     * @param rows whether objects are rows: auths in doubt are then such as are only looked at, and Asterisk reads each when a
     *     carrier asks for its password
     */
    Aftermath(AmiSession session, Difference difference, Predicate<ObjectKey> isBad, boolean rows, Deadline deadline) {
        this.session = session;
        this.difference = difference;
        this.isBad = isBad;
        this.rows = rows;
        this.deadline = deadline;
    }

    void run() throws AmiException {
        registerAgain();
        forgetContacts();
    }

    /**
     * A registration whose auth alone has changed stays registered with the old password until it is refused. One that
     * has changed itself Asterisk registers anew; where it is not known whether it has, it is told once more. That ends a
     * registration before it begins anew, so it is not done for nothing.
     */
    private void registerAgain() throws AmiException {
        Set<ObjectKey> changed = new HashSet<>(difference.changed());
        if (rows) {
            changed.removeIf(this::isInDoubt);
        }
        List<AmiAction> actions = new ArrayList<>();
        for (ObjectKey key : difference.wanted().keys()) {
            if (key.type().equals(Types.REGISTRATION) && mayBeTheSame(key) && usesAny(key, changed)) {
                actions.add(Actions.register(key.name()));
            }
        }
        send(actions);
    }

    private boolean mayBeTheSame(ObjectKey registration) {
        return isInDoubt(registration) || !difference.changed().contains(registration);
    }

    private boolean isInDoubt(ObjectKey key) {
        return difference
                .request()
                .running()
                .find(key)
                .filter(entry -> entry.mark().isEmpty())
                .isPresent();
    }

    private boolean usesAny(ObjectKey registration, Set<ObjectKey> changed) {
        String auths = difference
                .wanted()
                .find(registration)
                .map(Manifest.Entry::outboundAuth)
                .orElse("");
        return Arrays.stream(auths.split(",", -1))
                .map(name -> new ObjectKey(Types.AUTH, name.strip()))
                .anyMatch(auth -> changed.contains(auth) && !isBad.test(auth));
    }

    /** They outlive their aor, and would ring for the next user of the same name. */
    private void forgetContacts() throws AmiException {
        Set<String> aors = new HashSet<>();
        for (ObjectKey key : difference.removed()) {
            if (key.type().equals(Types.AOR) && !isBad.test(key)) {
                aors.add(key.name());
            }
        }
        if (aors.isEmpty()) {
            return;
        }
        List<AmiAction> actions = new ArrayList<>();
        session.list(Actions.contacts(), event -> contact(event, aors, actions), deadline);
        send(actions);
    }

    private static void contact(EventMessage event, Set<String> aors, List<AmiAction> actions) {
        String name = event.get("ObjectName");
        int end = name.lastIndexOf(MARK);
        if (event.name().equals("ContactList") && end > 0 && aors.contains(name.substring(0, end))) {
            actions.add(Actions.forget(name));
        }
    }

    private void send(List<AmiAction> actions) throws AmiException {
        List<AmiReply> replies = session.sendAll(actions, deadline);
        for (int i = 0; i < actions.size(); i++) {
            if (!replies.get(i).success()) {
                LOG.warn(
                        "{} {} was refused: {}",
                        actions.get(i).getAction(),
                        actions.get(i).headers().values(),
                        replies.get(i).message());
            }
        }
    }
}
