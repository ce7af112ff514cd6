package io.sipwright;

import io.sipwright.store.NotFoundException;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.validation.ValidationException;
import java.util.List;

/**
 * Other versions of templates, and what trunks and SIP users become by them. Thread-safe.
 *
 * <ol>
 *   <li>{@link #plan} with the newer catalogue tells what would change; it changes nothing.
 *   <li>The host puts the newer catalogue in, by {@link SipwrightBuilder#catalog}. From then on all objects are rendered by it.
 *   <li>{@link #take} checks all objects by it and notes the version with each, in one change.
 * </ol>
 */
public final class Upgrades {

    private final Changing changing;
    private final Parts parts;

    Upgrades(Changing changing, Parts parts) {
        this.changing = changing;
        this.parts = parts;
    }

    /**
     * What each trunk and user would become if a catalogue took the place of the present one, which stays: old template, new
     * template, own overrides, and what would come of it or be wrong with it. Keeps in memory only what would change.
     */
    public UpgradePlan plan(TemplateCatalog newer) {
        return changing.store().read(parts.upgrade(parts.catalog(), newer)::plan);
    }

    /** The other way round: what has become of each trunk and user since a former catalogue was in. */
    public UpgradePlan planFrom(TemplateCatalog former) {
        return changing.store().read(parts.upgrade(former, parts.catalog())::plan);
    }

    /**
     * Trunks and users that were validated with another version of their template than the catalogue has now; trunks first,
     * sorted by name. Changes nothing.
     */
    public List<PendingUpgrade> pending() {
        return changing.store().read(parts.upgrading()::pending);
    }

    /**
     * Takes the templates of the catalogue for all objects that were validated with older versions of them, in one change:
     * checks each and notes the version. Fields and overrides stay. Objects whose version is newer than the catalogue's are
     * left alone.
     *
     * @return the names, sorted; none if there was nothing to do
     * @throws ValidationException with all that is wrong with any of them, at paths such as {@code trunks[main].did}; nothing
     *     is changed then
     */
    public Provisioned<List<String>> take() {
        return changing.change(parts.upgrading()::upgrade);
    }

    /**
     * The same for some trunks and users, whether their version is older or newer.
     *
     * @return the names of those whose version was another, sorted
     * @throws NotFoundException if there is no trunk and no user of a name
     * @throws ValidationException with all that is wrong with any of them; nothing is changed then
     */
    public Provisioned<List<String>> take(List<String> names) {
        return changing.change(writing -> parts.upgrading().upgrade(writing, names));
    }
}
