package io.sipwright.ami;

import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadRequest;
import java.util.Set;

/** A request, with what differs in it: several ask for that, and to find it out all objects are looked through. */
record Difference(ReloadRequest request, Set<ObjectKey> changed, Set<ObjectKey> removed) {

    static Difference of(ReloadRequest request) {
        return new Difference(request, request.changed(), request.removed());
    }

    Manifest wanted() {
        return request.wanted();
    }
}
