package io.sipwright.ari;

import io.sipwright.pjsip.Option;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Stamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is held in Asterisk's memory ahead of the files, and when a reload is due that makes it needless. Auths in memory hide
 * those of the files; aors and endpoints are hidden by those of the files, and only matter when they go. Not thread-safe.
 */
final class Memory {

    private final AriLink link;
    private final Marker marker;
    private final AriSettings settings;
    private final LongSupplier nanoTime;
    private final Set<ObjectKey> auths = new LinkedHashSet<>();
    private Duration lastReload = Duration.ZERO;
    private @Nullable Long due;

    Memory(AriLink link, Marker marker, AriSettings settings, LongSupplier nanoTime) {
        this.link = link;
        this.marker = marker;
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /** These are about to be put, and the marker is set. */
    void holds(List<Errand.Task> tasks) {
        tasks.stream().map(Errand.Task::key).filter(Memory::hides).forEach(auths::add);
        begin();
    }

    /** Whether an object may run as it was put, and not as it stands in the files. */
    boolean mayHide(ObjectKey key) {
        return auths.contains(key);
    }

    private static boolean hides(ObjectKey key) {
        return key.type().equals(Types.AUTH);
    }

    private void begin() {
        if (due == null) {
            due = nanoTime.getAsLong() + rest().toNanos();
        }
    }

    /** As long as is set, or so many times as long as the last reload took. */
    Duration rest() {
        Duration byReload = Duration.ofNanos((long) (lastReload.toNanos() * settings.restFactor()));
        return byReload.compareTo(settings.rest()) > 0 ? byReload : settings.rest();
    }

    void reloadTook(Duration time) {
        lastReload = time;
    }

    /** Whether the reload is due; finds out what another instance has left, and that Asterisk has forgotten all. */
    boolean isDue() throws AriException {
        try {
            if (marker.look().isMissing()) {
                forget();
                return false;
            }
        } catch (AriException e) {
            due = null; // a reload could not free the memory
            throw e;
        }
        begin();
        return due != null && nanoTime.getAsLong() - due >= 0;
    }

    private void forget() {
        auths.clear();
        due = null;
    }

    /**
     * What came of freeing the memory.
     *
     * @param changed whether something else may run now
     * @param notTaken objects that Asterisk has not taken from the files, so that they were put back into memory
     */
    record Freed(boolean changed, List<RejectedObject> notTaken) {}

    /**
     * Frees the memory after Asterisk has reloaded. Whoever could log in goes on to, also if the files were not taken.
     *
     * @param outcome what was seen while memory was still in front of the files
     */
    Freed free(ReloadRequest request, ReloadOutcome outcome) throws AriException {
        boolean changed = removeGone(outcome);
        List<RejectedObject> notTaken = new ArrayList<>();
        AriReply found = marker.look();
        if (!found.isMissing()) {
            boolean all = !marker.isOnlyOurs(found);
            for (ObjectKey key : all ? request.wanted().keys() : Set.copyOf(auths)) {
                if (hides(key)) {
                    changed |= free(key, request.wanted(), notTaken);
                }
            }
        }
        due = null;
        if (notTaken.isEmpty()) {
            link.delete(Marker.KEY);
            forget();
        }
        return new Freed(changed, notTaken);
    }

    private boolean free(ObjectKey key, Manifest wanted, List<RejectedObject> notTaken) throws AriException {
        AriReply put = link.get(key);
        if (!put.attribute(Marker.OURS.name()).equals(Marker.OURS.value())
                || !link.delete(key).isGood()) {
            return false;
        }
        String mark = put.attribute(Stamps.OPTION);
        AriReply file = link.get(key);
        boolean wasRight =
                wanted.find(key).filter(entry -> entry.mark().equals(mark)).isPresent();
        if (wasRight && !file.attribute(Stamps.OPTION).equals(mark)) {
            link.put(
                    key,
                    put.attributes().entrySet().stream()
                            .map(option -> new Option(option.getKey(), option.getValue()))
                            .toList());
            notTaken.add(
                    new RejectedObject(
                            key,
                            file.isMissing() ? RejectedObject.State.MISSING : RejectedObject.State.OTHER_VERSION,
                            "Asterisk has it in memory, but has not taken it from the files, and would be without it after a"
                                    + " start; see its log for 'could not be loaded', 'cannot be parsed' or 'duplicate object'"));
        }
        return true;
    }

    /** What should be gone and is not, and is only in memory now. */
    private boolean removeGone(ReloadOutcome outcome) throws AriException {
        boolean removed = false;
        if (outcome instanceof ReloadOutcome.Rejected rejected) {
            List<ObjectKey> gone = rejected.objects().stream()
                    .filter(object -> object.state() == RejectedObject.State.NOT_REMOVED)
                    .map(RejectedObject::key)
                    .filter(key -> Types.IN_ORDER.contains(key.type()))
                    .sorted(Comparator.comparingInt(key -> -Types.IN_ORDER.indexOf(key.type())))
                    .toList();
            for (ObjectKey key : gone) {
                removed |= Putting.takeOut(link, key);
            }
        }
        return removed;
    }
}
