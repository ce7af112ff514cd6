package io.sipwright.testkit.template;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Computes something when it is asked for first. Thread-safe. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
