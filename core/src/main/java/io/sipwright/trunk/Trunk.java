package io.sipwright.trunk;

import io.sipwright.template.ProvisionedObject;
import java.time.Instant;

/**
 * A trunk as it is kept. Immutable and thread-safe. Shows no secret.
 *
 * @param id number given by the store
 * @param spec what a person described, with values in their stored form
 * @param templateVersion version of the template it was made with
 * @param version counts its changes, from 1 on
 * @param createdAt when it was created
 * @param updatedAt when it was changed last
 */
public record Trunk(long id, TrunkSpec spec, int templateVersion, long version, Instant createdAt, Instant updatedAt)
        implements ProvisionedObject {

    /** Id of the carrier's template. */
    public String provider() {
        return spec.provider();
    }
}
