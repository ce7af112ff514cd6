package io.sipwright.web;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.store.NotFoundException;
import java.security.Principal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * What all controllers need.
 *
 * @param sipwright without an actor
 */
record Api(Sipwright sipwright, SipwrightWebProperties properties) {

    /** Who is not known by name. */
    static final String ANONYMOUS = "anonymous";

    /** For changes in the name of who made the request. */
    Sipwright as(@Nullable Principal principal) {
        String name = principal == null ? null : principal.getName();
        // What a log or a database stumbles over is not part of anyone's name.
        return sipwright.as(name == null || name.isBlank() ? ANONYMOUS : name.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?"));
    }

    /**
     * For changes in the name of who made the request, which wait to be confirmed if the request says so.
     *
     * @throws BadRequestException if it can't be understood how long
     */
    Sipwright as(@Nullable Principal principal, @Nullable String confirmWithin) {
        Parameters parameters = new Parameters();
        Duration limit = parameters.confirmWithin(confirmWithin);
        parameters.check();
        Sipwright sipwright = as(principal);
        return limit == null ? sipwright : sipwright.confirming(limit);
    }

    /**
     * The change, if it waits to be confirmed now.
     *
     * @param confirming whether it was made to
     */
    @Nullable
    PendingBody pending(Provisioned<?> change, boolean confirming) {
        return confirming
                ? sipwright
                        .confirmation()
                        .filter(present -> present.base() == change.generation() - 1)
                        .map(PendingBody::of)
                        .orElse(null)
                : null;
    }

    Duration applyTimeout() {
        return properties.applyTimeout();
    }

    /**
     * A name in an address.
     *
     * @throws NotFoundException if no object can bear it
     */
    static String name(String kind, String given) {
        if (!Texts.isPossibleName(given)) {
            throw new NotFoundException(kind, Texts.shortened(given));
        }
        return given;
    }

    /** An answer that is never kept: it tells of a moment. */
    static <B> ResponseEntity<B> ok(B body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /** An answer about a version of an object, which may be kept by the client, and is asked for again each time. */
    static <B> ResponseEntity<B> versioned(B body, long version) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(Precondition.etag(version))
                .body(body);
    }

    /** An answer to a change. */
    static <B> ResponseEntity<B> changed(B body, long version) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(Precondition.etag(version))
                .body(body);
    }
}
