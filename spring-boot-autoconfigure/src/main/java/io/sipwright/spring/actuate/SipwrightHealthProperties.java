package io.sipwright.spring.actuate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the health tells of an Asterisk that does not run what is wanted.
 *
 * @param grace How long an Asterisk may lag behind before the health tells; what it refuses is told at once.
 * @param notAppliedStatus Status while an Asterisk does not run what is wanted; one that is not in
 *     management.endpoint.health.status.order leaves the status of the whole application alone.
 */
@ConfigurationProperties("sipwright.health")
record SipwrightHealthProperties(
        @DefaultValue("2m") Duration grace,
        @DefaultValue("DEGRADED") String notAppliedStatus) {}
