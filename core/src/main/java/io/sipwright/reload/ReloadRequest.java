package io.sipwright.reload;

import java.util.Set;

/**
 * What Asterisk is to run.
 *
 * @param generation number of what was written
 * @param wanted all objects of the files as they are now
 * @param running what Asterisk was seen running last, or is taken to run; empty when that is not known, so that every object
 *     is looked at. Of an object with an empty mark it is not known in which version it runs, or whether it does
 */
public record ReloadRequest(long generation, Manifest wanted, Manifest running) {

    /** Objects that are new or different, so that Asterisk must be seen to have loaded them. */
    public Set<ObjectKey> changed() {
        return wanted.changedSince(running);
    }

    /** Objects that Asterisk must not run any more. */
    public Set<ObjectKey> removed() {
        return wanted.removedSince(running);
    }
}
