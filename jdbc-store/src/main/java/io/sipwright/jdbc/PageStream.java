package io.sipwright.jdbc;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stream that reads one page after the other, so that memory does not grow with the number of rows on any database:
 * drivers differ in when they really stream.
 */
final class PageStream {

    private static final int PAGE = 1000;

    private PageStream() {}

    /**
     * A page.
     *
     * @param <T> a row
     * @param <K> what rows are sorted by
     */
    interface Page<T, K> {

        /** Reads up to so many rows after a key; from the first one on where the key is null. */
        List<T> read(@Nullable K after, int limit);
    }

    static <T, K> Stream<T> of(Page<T, K> pages, Function<T, K> key) {
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<T>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE) {

                    private @Nullable List<T> page;
                    private int next;

                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        List<T> current = page;
                        if (current == null || (next == current.size() && current.size() == PAGE)) {
                            K after = current == null ? null : key.apply(current.get(next - 1));
                            current = SqlTrouble.translated(() -> pages.read(after, PAGE));
                            page = current;
                            next = 0;
                        }
                        if (next == current.size()) {
                            return false;
                        }
                        action.accept(current.get(next++));
                        return true;
                    }
                },
                false);
    }
}
