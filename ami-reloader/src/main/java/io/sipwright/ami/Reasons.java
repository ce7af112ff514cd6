package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject.State;
import io.sipwright.reload.ReloadRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The likely reason why an object does not run as it was written. Asterisk tells it only to its log; here it is told from
 * what happened to the others. What Asterisk refuses it keeps in the old version, so that what vanished was not read.
 */
final class Reasons {
    private final ReloadRequest request;
    private final Findings findings;
    private final Map<String, Integer> siblings = new HashMap<>();
    private final Set<String> typesWithGood = new HashSet<>();
    private final Set<String> typesWithOld = new HashSet<>();
    private final boolean allGone;
    private final boolean nothingTaken;
    private final boolean someVanished;

    Reasons(ReloadRequest request, Findings findings) {
        this.request = request;
        this.findings = findings;
        Set<ObjectKey> wanted = request.wanted().keys();
        Set<ObjectKey> changed = request.changed();
        Set<ObjectKey> removed = request.removed();
        changed.forEach(this::count);
        this.allGone = !wanted.isEmpty() && all(wanted, key -> is(key, State.MISSING) || !findings.hasSeen(key));
        this.nothingTaken = siblings.size() > 1 && all(changed, findings::isBad) && all(removed, findings::isBad);
        this.someVanished = wanted.stream().anyMatch(key -> wasRunning(key) && is(key, State.MISSING));
    }

    private void count(ObjectKey key) {
        siblings.merge(key.type(), 1, Integer::sum);
        if (!findings.isBad(key)) {
            typesWithGood.add(key.type());
        } else if (is(key, State.OTHER_VERSION) && findings.option(key).isEmpty()) {
            typesWithOld.add(key.type());
        }
    }

    String of(ObjectKey key, State state) {
        return switch (state) {
            case MISSING -> missing(key);
            case OTHER_VERSION -> old(key);
            case NOT_REMOVED -> stays(key);
        };
    }

    private String missing(ObjectKey key) {
        if (allGone) {
            return "nothing of the files is there: they are empty, cannot be read, or are not included from pjsip.conf";
        }
        if (wasRunning(key) || (someVanished && !othersOfItsTypeAreOld(key))) {
            return "Asterisk did not come to it: the file was cut, is not included from pjsip.conf, or a line before it"
                    + " makes Asterisk skip the rest; see its log for 'parse error' or 'comment'";
        }
        if (othersOfItsTypeAreOld(key) || wholeTypeIsBad(key)) {
            return duplicate(key);
        }
        if (nothingTaken) {
            return notTaken();
        }
        return refused(key) + ", or it stands where a file was cut";
    }

    private String old(ObjectKey key) {
        if (!findings.option(key).isEmpty()) {
            return "its option '" + findings.option(key) + "' runs with another value than was written: someone else"
                    + " writes it, or its text was not read as it was meant";
        }
        if (nothingTaken) {
            return notTaken();
        }
        return wholeTypeIsBad(key) ? duplicate(key) : refused(key);
    }

    private String stays(ObjectKey key) {
        if (nothingTaken) {
            return notTaken();
        }
        return "another file has it, too, or a duplicate section or a syntax error makes Asterisk keep all objects of"
                + " this type; see its log for 'duplicate object' of type '" + key.type() + "'";
    }

    private static String notTaken() {
        return "Asterisk took nothing new: a syntax error, a missing include or duplicate sections make it keep what it"
                + " had, or the file has the same size and time as before; see its log for 'could not be loaded',"
                + " 'cannot be parsed' or 'duplicate object'";
    }

    private static String duplicate(ObjectKey key) {
        return "a duplicate section or a syntax error makes Asterisk keep all objects of this type; see its log for"
                + " 'duplicate object' of type '" + key.type() + "'";
    }

    private String refused(ObjectKey key) {
        // Whether others of its type were kept as well shows only if others were to change.
        String duplicate = siblings(key) > 1
                ? ""
                : ", or has kept all of its type for a duplicate"
                        + " section, or everything for a syntax error, a missing include or a file of the same size and time";
        return "Asterisk has refused it for an option it does not know, a value it does not take or a host name without"
                + " an address" + duplicate + "; see its log for '" + key.name() + "'";
    }

    private boolean othersOfItsTypeAreOld(ObjectKey key) {
        return typesWithOld.contains(key.type());
    }

    private boolean wholeTypeIsBad(ObjectKey key) {
        return siblings(key) > 1 && !typesWithGood.contains(key.type());
    }

    private int siblings(ObjectKey key) {
        return siblings.getOrDefault(key.type(), 0);
    }

    private boolean wasRunning(ObjectKey key) {
        return request.running().find(key).isPresent();
    }

    private boolean is(ObjectKey key, State state) {
        return findings.differing().get(key) == state;
    }

    private static boolean all(Collection<ObjectKey> keys, Predicate<ObjectKey> test) {
        return keys.stream().allMatch(test);
    }
}
