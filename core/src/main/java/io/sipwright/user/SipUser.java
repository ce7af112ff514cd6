package io.sipwright.user;

import io.sipwright.template.ProvisionedObject;
import java.time.Instant;

/**
 * A SIP user as it is kept. Immutable and thread-safe. Shows no secret.
 *
 * @param id number given by the store
 * @param spec what a person described, with values in their stored form
 * @param templateVersion version of the template it was made with
 * @param version counts its changes, from 1 on
 * @param createdAt when it was created
 * @param updatedAt when it was changed last
 */
public record SipUser(
        long id, SipUserSpec spec, int templateVersion, long version, Instant createdAt, Instant updatedAt)
        implements ProvisionedObject {

    /** Id of the template. */
    public String template() {
        return spec.templateId();
    }
}
