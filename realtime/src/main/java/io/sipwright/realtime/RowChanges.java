package io.sipwright.realtime;

import io.sipwright.reload.ObjectKey;
import java.util.Set;

/**
 * What a writing did to the rows of Asterisk's objects.
 *
 * @param changed rows that are new or say something else now
 * @param removed rows that are gone
 */
record RowChanges(Set<ObjectKey> changed, Set<ObjectKey> removed) {

    /** One that notes what it is told in these sets, which must be modifiable. */
    RowListener listener() {
        return new RowListener() {
            @Override
            public void changed(ObjectKey key) {
                removed.remove(key); // it went from one object to another
                changed.add(key);
            }

            @Override
            public void removed(ObjectKey key) {
                removed.add(key);
            }
        };
    }
}
