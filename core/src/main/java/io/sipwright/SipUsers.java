package io.sipwright;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.StaleVersionException;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The SIP users. Every change is validated and stored in one transaction before it is applied; when it is refused, nothing
 * has changed. Names are found in any case. Thread-safe.
 */
public final class SipUsers {

    private final Provisioning<SipUser, SipUserSpec, SipUserPatch> provisioning;

    SipUsers(Provisioning<SipUser, SipUserSpec, SipUserPatch> provisioning) {
        this.provisioning = provisioning;
    }

    /**
     * Creates a user.
     *
     * @throws ValidationException with all that is wrong
     */
    public Provisioned<SipUser> create(SipUserSpec spec) {
        return provisioning.create(spec);
    }

    /**
     * Changes what the patch names, and leaves the rest.
     *
     * @throws NotFoundException if there is no such user
     * @throws ValidationException with all that would be wrong
     */
    public Provisioned<SipUser> update(String name, SipUserPatch patch) {
        return provisioning.update(name, patch, OptionalLong.empty());
    }

    /**
     * Changes a user unless someone else has done so since it was read.
     *
     * @throws NotFoundException if there is no such user
     * @throws StaleVersionException if it has another version
     * @throws ValidationException with all that would be wrong
     */
    public Provisioned<SipUser> update(String name, SipUserPatch patch, long expectedVersion) {
        return provisioning.update(name, patch, OptionalLong.of(expectedVersion));
    }

    /**
     * Deletes a user.
     *
     * @throws NotFoundException if there is no such user
     */
    public Provisioned<SipUser> delete(String name) {
        return provisioning.delete(name, OptionalLong.empty());
    }

    /**
     * Deletes a user unless someone else has changed it since it was read.
     *
     * @throws NotFoundException if there is no such user
     * @throws StaleVersionException if it has another version
     */
    public Provisioned<SipUser> delete(String name, long expectedVersion) {
        return provisioning.delete(name, OptionalLong.of(expectedVersion));
    }

    /** Renders the user from now on. */
    public Provisioned<SipUser> enable(String name) {
        return provisioning.activate(name, true);
    }

    /** Keeps the user, but no longer renders it. */
    public Provisioned<SipUser> disable(String name) {
        return provisioning.activate(name, false);
    }

    public Optional<SipUser> find(String name) {
        return provisioning.find(name);
    }

    /**
     * The user of a name.
     *
     * @throws NotFoundException if there is none
     */
    public SipUser get(String name) {
        return provisioning.get(name);
    }

    /** All users, sorted by name. */
    public List<SipUser> list() {
        return provisioning.list();
    }

    /** A page of users, sorted by name. */
    public List<SipUser> list(ObjectQuery query) {
        return provisioning.list(query);
    }

    /** How many users a query asks for, on all of its pages. */
    public long count(ObjectQuery query) {
        return provisioning.count(query);
    }

    /**
     * The states that changes have left a user in, the newest first; also of one that was deleted.
     *
     * @param limit at most so many
     */
    public List<FormerState<SipUser>> history(String name, int limit) {
        return provisioning.history(name, limit);
    }

    /**
     * Brings a user back to what it was at a generation, also when it was deleted since; see {@link History#restore} for
     * the whole. Nothing changes when it is the same already.
     *
     * @throws NotFoundException if it was not there at that generation, as far as the history tells
     * @throws ValidationException with all that would be wrong now
     */
    public Provisioned<SipUser> restore(String name, long generation) {
        return provisioning.restore(name, generation);
    }

    /**
     * The sections that a user would get, with secrets masked. Stores nothing.
     *
     * @throws ValidationException with all that is wrong
     */
    public PjsipDocument preview(SipUserSpec spec) {
        return provisioning.preview(spec);
    }

    /**
     * Of each line of a SIP user: the template, the fields or the override that it comes from, and where it stands in the files
     * as they are now.
     *
     * @throws NotFoundException if there is no such SIP user
     */
    public Explanation explain(String name) {
        return provisioning.explain(name);
    }
}
