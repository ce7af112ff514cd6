package io.sipwright;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.store.FormerState;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.StaleVersionException;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.ValidationException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The trunks. Every change is validated and stored in one transaction before it is applied; when it is refused, nothing
 * has changed. Names are found in any case. Thread-safe.
 */
public final class Trunks {

    private final Provisioning<Trunk, TrunkSpec, TrunkPatch> provisioning;

    Trunks(Provisioning<Trunk, TrunkSpec, TrunkPatch> provisioning) {
        this.provisioning = provisioning;
    }

    /**
     * Creates a trunk.
     *
     * @throws ValidationException with all that is wrong
     */
    public Provisioned<Trunk> create(TrunkSpec spec) {
        return provisioning.create(spec);
    }

    /**
     * Changes what the patch names, and leaves the rest.
     *
     * @throws NotFoundException if there is no such trunk
     * @throws ValidationException with all that would be wrong
     */
    public Provisioned<Trunk> update(String name, TrunkPatch patch) {
        return provisioning.update(name, patch, OptionalLong.empty());
    }

    /**
     * Changes a trunk unless someone else has done so since it was read.
     *
     * @throws NotFoundException if there is no such trunk
     * @throws StaleVersionException if it has another version
     * @throws ValidationException with all that would be wrong
     */
    public Provisioned<Trunk> update(String name, TrunkPatch patch, long expectedVersion) {
        return provisioning.update(name, patch, OptionalLong.of(expectedVersion));
    }

    /**
     * Deletes a trunk.
     *
     * @throws NotFoundException if there is no such trunk
     */
    public Provisioned<Trunk> delete(String name) {
        return provisioning.delete(name, OptionalLong.empty());
    }

    /**
     * Deletes a trunk unless someone else has changed it since it was read.
     *
     * @throws NotFoundException if there is no such trunk
     * @throws StaleVersionException if it has another version
     */
    public Provisioned<Trunk> delete(String name, long expectedVersion) {
        return provisioning.delete(name, OptionalLong.of(expectedVersion));
    }

    /** Renders the trunk from now on. */
    public Provisioned<Trunk> enable(String name) {
        return provisioning.activate(name, true);
    }

    /** Keeps the trunk, but no longer renders it. */
    public Provisioned<Trunk> disable(String name) {
        return provisioning.activate(name, false);
    }

    public Optional<Trunk> find(String name) {
        return provisioning.find(name);
    }

    /**
     * The trunk of a name.
     *
     * @throws NotFoundException if there is none
     */
    public Trunk get(String name) {
        return provisioning.get(name);
    }

    /** All trunks, sorted by name. */
    public List<Trunk> list() {
        return provisioning.list();
    }

    /** A page of trunks, sorted by name. */
    public List<Trunk> list(ObjectQuery query) {
        return provisioning.list(query);
    }

    /** How many trunks a query asks for, on all of its pages. */
    public long count(ObjectQuery query) {
        return provisioning.count(query);
    }

    /**
     * The states that changes have left a trunk in, the newest first; also of one that was deleted.
     *
     * @param limit at most so many
     */
    public List<FormerState<Trunk>> history(String name, int limit) {
        return provisioning.history(name, limit);
    }

    /**
     * Brings a trunk back to what it was at a generation, also when it was deleted since; see {@link History#restore} for
     * the whole. Nothing changes when it is the same already.
     *
     * @throws NotFoundException if it was not there at that generation, as far as the history tells
     * @throws ValidationException with all that would be wrong now
     */
    public Provisioned<Trunk> restore(String name, long generation) {
        return provisioning.restore(name, generation);
    }

    /**
     * The sections that a trunk would get, with secrets masked. Stores nothing.
     *
     * @throws ValidationException with all that is wrong
     */
    public PjsipDocument preview(TrunkSpec spec) {
        return provisioning.preview(spec);
    }

    /**
     * Of each line of a trunk: the template, the fields or the override that it comes from, and where it stands in the files
     * as they are now.
     *
     * @throws NotFoundException if there is no such trunk
     */
    public Explanation explain(String name) {
        return provisioning.explain(name);
    }
}
