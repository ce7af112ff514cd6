package io.sipwright.ari;

import io.sipwright.ari.Errand.Task;
import io.sipwright.pjsip.Option;
import io.sipwright.reload.ObjectKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the objects of one request into memory: all of them, or none that were not there before. */
final class Putting {

    private static final Logger LOG = LoggerFactory.getLogger(Putting.class);

    private final AriLink link;
    private final Map<String, String> defaults;
    private final List<ObjectKey> made = new ArrayList<>();

    /**
     * Why an object was not taken.
     *
     * @param reason in words
     */
    record Refusal(ObjectKey key, String reason) {}

    Putting(AriLink link, Map<String, String> defaults) {
        this.link = link;
        this.defaults = defaults;
    }

    /** Empty when all is done. */
    Optional<Refusal> run(List<Task> tasks) throws AriException {
        boolean done = false;
        try {
            for (Task task : tasks) {
                if (task.fresh() && !link.get(task.key()).isMissing()) {
                    return Optional.of(new Refusal(task.key(), "Asterisk has it already"));
                }
            }
            for (Task task : tasks) {
                Optional<Refusal> refusal = put(task);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
            done = true;
            return Optional.empty();
        } finally {
            if (!done) {
                undo();
            }
        }
    }

    private Optional<Refusal> put(Task task) throws AriException {
        List<Option> options = new ArrayList<>(task.section().options());
        options.add(Marker.OURS);
        if (task.fresh()) {
            made.add(task.key()); // before it is known whether it is: an answer may get lost
        }
        AriReply reply = link.put(task.key(), options);
        if (reply.status() == 403) {
            throw task.fresh()
                    ? new AriException(
                            "memory-missing",
                            "sorcery.conf lets memory have no " + task.key().type())
                    : new AriException(
                            "update-option", "update_or_create_on_update_miss=yes is missing in sorcery.conf");
        }
        if (!reply.isGood()) {
            return Optional.of(
                    new Refusal(task.key(), "Asterisk does not take it: " + reply.status() + " " + reply.message()));
        }
        if (task.key().type().equals(Types.AUTH) && !new Expected(task.section(), defaults).isMetBy(reply)) {
            link.delete(task.key()); // it has kept something of what it was
            return Optional.of(new Refusal(task.key(), "memory would keep options of it that it has no more"));
        }
        return Optional.empty();
    }

    private void undo() {
        Collections.reverse(made);
        for (ObjectKey key : made) {
            try {
                takeOut(link, key);
            } catch (AriException e) {
                LOG.warn("{} may stay in the memory of Asterisk: {}", key, e.reason());
            }
        }
    }

    /**
     * Removes an object of ours from memory if the files that Asterisk has read do not have it as well; true if it was
     * there. Otherwise it does no harm, and to remove an endpoint that the files have as well makes Asterisk forget its
     * state, so that it crashes when someone has it shown.
     */
    static boolean takeOut(AriLink link, ObjectKey key) throws AriException {
        boolean ours = link.get(key).attribute(Marker.OURS.name()).equals(Marker.OURS.value());
        return ours && link.delete(key).isGood();
    }
}
