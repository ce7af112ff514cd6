package io.sipwright.ari;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be put into memory for a request, or why memory can't do it.
 *
 * @param tasks in the order in which they are done
 * @param detour why Asterisk has to reload instead; empty if it has not
 */
record Errand(List<Task> tasks, String detour) {

    /**
     * An object to put.
     *
     * @param fresh whether it must not be there yet
     */
    record Task(ObjectKey key, Section section, boolean fresh) {}

    static Errand of(ReloadRequest request, int most) {
        Manifest wanted = request.wanted();
        if (!wanted.isStamped()) {
            return reload("objects have no stamps");
        }
        if (request.running().size() == 0) {
            return reload("it is not known what runs");
        }
        if (!request.removed().isEmpty()) {
            return reload("objects go");
        }
        Set<ObjectKey> changed = request.changed();
        if (changed.isEmpty()) {
            return reload("no object has changed");
        }
        if (changed.size() > most) {
            return reload(changed.size() + " objects have changed");
        }
        Set<String> registering = registering(wanted);
        List<Task> tasks = new ArrayList<>();
        for (ObjectKey key : changed) {
            Section section = wanted.find(key).map(Manifest.Entry::section).orElse(null);
            boolean fresh = request.running().find(key).isEmpty();
            boolean possible = switch (key.type()) {
                case Types.AUTH -> !registering.contains(key.name());
                case Types.AOR, Types.ENDPOINT -> fresh;
                default -> false;
            };
            if (!possible || section == null) {
                return reload(key + (section == null ? " is not at hand" : fresh ? " is new" : " has changed"));
            }
            tasks.add(new Task(key, section, fresh));
        }
        tasks.sort(Comparator.comparingInt(
                task -> Types.IN_ORDER.indexOf(task.key().type())));
        return new Errand(List.copyOf(tasks), "");
    }

    private static Errand reload(String why) {
        return new Errand(List.of(), why);
    }

    /** The auths that trunks register with: they have to register anew, of which the reloader takes care. */
    private static Set<String> registering(Manifest wanted) {
        Set<String> auths = new HashSet<>();
        for (ObjectKey key : wanted.keys()) {
            String names = wanted.find(key).map(Manifest.Entry::outboundAuth).orElse("");
            if (!names.isEmpty()) {
                Arrays.stream(names.split(",", -1)).map(String::strip).forEach(auths::add);
            }
        }
        return auths;
    }

    boolean isPossible() {
        return detour.isEmpty();
    }
}
