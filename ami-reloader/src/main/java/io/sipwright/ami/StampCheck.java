package io.sipwright.ami;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject.State;
import io.sipwright.render.Stamps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Compares stamps: the exact proof of which version of an object is loaded, and one question for each. */
final class StampCheck {
    /** Questions and answers that are in memory at once; there may be many nodes, and many objects on each. */
    private static final int TOGETHER = 1000;

    private final FieldReader reader;
    private final Findings findings;

    StampCheck(FieldReader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
    }

    void wanted(Collection<ObjectKey> keys, Manifest wanted) throws AmiException {
        for (List<ObjectKey> some : parts(keys)) {
            compare(some, wanted);
        }
    }

    private void compare(List<ObjectKey> keys, Manifest wanted) throws AmiException {
        List<ObjectKey> unstamped = new ArrayList<>();
        for (Map.Entry<ObjectKey, String> read :
                reader.read(keys, key -> Stamps.OPTION).entrySet()) {
            ObjectKey key = read.getKey();
            String mark = wanted.find(key).map(Manifest.Entry::mark).orElse("");
            if (read.getValue().isEmpty()) {
                unstamped.add(key);
            } else if (read.getValue().equals(mark)) {
                findings.good(key);
            } else {
                findings.bad(key, State.OTHER_VERSION);
            }
        }
        exist(unstamped).forEach((key, exists) -> findings.bad(key, exists ? State.OTHER_VERSION : State.MISSING));
    }

    void removed(Collection<ObjectKey> keys) throws AmiException {
        for (List<ObjectKey> some : parts(keys)) {
            exist(some).forEach((key, exists) -> {
                if (exists) {
                    findings.bad(key, State.NOT_REMOVED);
                } else {
                    findings.good(key);
                }
            });
        }
    }

    private static List<List<ObjectKey>> parts(Collection<ObjectKey> keys) {
        List<ObjectKey> all = List.copyOf(keys);
        List<List<ObjectKey>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            parts.add(all.subList(from, Math.min(all.size(), from + TOGETHER)));
        }
        return parts;
    }

    /** Without a stamp, or with one that does not matter, an object shows by a field that is never empty. */
    private Map<ObjectKey, Boolean> exist(List<ObjectKey> keys) throws AmiException {
        Map<ObjectKey, Boolean> exist = new java.util.LinkedHashMap<>();
        reader.read(keys, key -> Types.fieldOfAny(key.type(), Stamps.OPTION))
                .forEach((key, value) -> exist.put(key, !value.isEmpty()));
        return exist;
    }
}
