package io.sipwright.ami;

import java.util.ArrayList;
import java.util.List;

/** Some of many: the first, the last, and others evenly spread between them. */
final class Sample {
    /** Enough to notice that a whole type was kept, and the same for few objects and for many. */
    static final int SIZE = 64;

    private Sample() {}

    static <T> List<T> of(List<T> all) {
        if (all.size() <= SIZE) {
            return all;
        }
        List<T> some = new ArrayList<>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / (SIZE - 1))));
        }
        return some;
    }
}
