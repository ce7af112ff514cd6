package io.sipwright.web;

import io.sipwright.store.ObjectQuery;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the REST API.
 *
 * @param basePath Path that all resources are below, such as /api; empty for the root.
 * @param applyTimeout How long an answer to a change waits for it to be seen running in Asterisk. Zero answers at once.
 * @param maxBodySize Largest body of a request; a larger one is answered with 413.
 * @param pageSize How many objects a page of a list holds when the request names no limit.
 */
@ConfigurationProperties("sipwright.web")
public record SipwrightWebProperties(
        @DefaultValue("/api") String basePath,
        @DefaultValue("10s") Duration applyTimeout,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("100") int pageSize) {

    public SipwrightWebProperties {
        if (!basePath.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException(
                    "sipwright.web.base-path begins with '/' and does not end with it, such as /api; not '" + basePath
                            + "'");
        }
        if (applyTimeout.isNegative()) {
            throw new IllegalArgumentException("sipwright.web.apply-timeout is zero or more, not " + applyTimeout);
        }
        if (maxBodySize.toBytes() < 1 || maxBodySize.toBytes() >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "sipwright.web.max-body-size is between 1 byte and 2 GB, not " + maxBodySize);
        }
        if (pageSize < 1 || pageSize > ObjectQuery.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "sipwright.web.page-size is from 1 to " + ObjectQuery.MAX_LIMIT + ", not " + pageSize);
        }
    }
}
