package io.sipwright.realtime;

import io.sipwright.ami.Inquiry;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ObserverException;
import io.sipwright.render.Stamps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks an Asterisk for the stamp of each object that it should run, however many there are. */
final class RunningLook {

    private static final int LOOKS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Inquiry asterisk;

    RunningLook(Inquiry asterisk) {
        this.asterisk = asterisk;
    }

    /**
     * The objects that do not run, or not as they should.
     *
     * @param wanted stamps as they are now; asked for again where something differs, for it may just have changed
     * @throws ObserverException if Asterisk can't be asked
     */
    List<ObjectKey> missing(Supplier<Map<ObjectKey, String>> wanted) {
        List<ObjectKey> missing = differing(wanted.get());
        for (int again = 1; again < LOOKS && !missing.isEmpty(); again++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            Map<ObjectKey, String> now = wanted.get();
            now.keySet().retainAll(missing);
            missing = differing(now);
        }
        return missing;
    }

    /** Those of some objects that run in whatever version. */
    List<ObjectKey> running(List<ObjectKey> objects) {
        List<ObjectKey> running = new ArrayList<>();
        stamps(objects).forEach((key, stamp) -> {
            if (!stamp.isEmpty()) {
                running.add(key);
            }
        });
        return running;
    }

    private List<ObjectKey> differing(Map<ObjectKey, String> wanted) {
        List<ObjectKey> differing = new ArrayList<>();
        stamps(List.copyOf(wanted.keySet())).forEach((key, stamp) -> {
            if (!stamp.equals(wanted.get(key))) {
                differing.add(key);
            }
        });
        return differing;
    }

    private Map<ObjectKey, String> stamps(List<ObjectKey> objects) {
        return asterisk.options(objects, Stamps.OPTION)
                .orElseThrow(() ->
                        new ObserverException("The manager account needs write=system,reporting to ask for objects"));
    }

    /** Some names, for a sentence. */
    static String names(List<ObjectKey> objects) {
        int shown = Math.min(5, objects.size());
        String more = objects.size() > shown ? " and " + (objects.size() - shown) + " more" : "";
        return String.join(
                        ", ",
                        objects.subList(0, shown).stream()
                                .map(ObjectKey::toString)
                                .toList())
                + more;
    }
}
