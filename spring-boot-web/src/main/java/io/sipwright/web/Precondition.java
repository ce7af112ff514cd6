package io.sipwright.web;

import io.sipwright.store.StaleVersionException;
import io.sipwright.store.StoreException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * What {@code If-Match} of a request demands. The ETag of an object is its version.
 *
 * @param versions one of which the object must have; null if any will do
 */
record Precondition(@Nullable List<Long> versions) {

    private static final int ATTEMPTS = 5;

    /**
     * Understands the header.
     *
     * @throws BadRequestException if it is none
     */
    static Precondition of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return new Precondition(null);
        }
        List<ETag> tags;
        try {
            tags = ETag.parse(ifMatch);
        } catch (RuntimeException e) {
            tags = List.of();
        }
        if (tags.isEmpty()) {
            throw new BadRequestException("If-Match names versions such as \"3\", in quotes, or is *.");
        }
        if (tags.stream().anyMatch(ETag::isWildcard)) {
            return new Precondition(null);
        }
        // A weak tag never matches here (RFC 9110, 13.1.1), and one that is no number is none of ours.
        return new Precondition(tags.stream()
                .filter(tag -> !tag.weak() && tag.tag().matches("\\d{1,18}"))
                .map(tag -> Long.valueOf(tag.tag()))
                .toList());
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Changes an object as it was read. Where the request demands no version and someone else is faster, it is read again.
     *
     * @param present reads it
     * @param change of an object that still has the version it was read with
     */
    <T, R> R change(Supplier<T> present, Function<T, Versioned> identity, Function<T, R> change) {
        for (int attempt = 1; ; attempt++) {
            T object = present.get();
            require(identity.apply(object));
            try {
                return change.apply(object);
            } catch (StaleVersionException e) {
                if (versions != null) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new StoreException(
                            StoreException.Reason.BUSY, "Others change '" + e.name() + "' all the time", e);
                }
            }
        }
    }

    /** Name and version of an object. */
    record Versioned(String name, long version) {}

    private void require(Versioned object) {
        if (versions != null && !versions.contains(object.version())) {
            long expected = versions.isEmpty() ? 0 : versions.get(0);
            throw new StaleVersionException(object.name(), expected, object.version());
        }
    }
}
