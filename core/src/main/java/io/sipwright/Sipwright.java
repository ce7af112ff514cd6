package io.sipwright;

import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplyEngine;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Drift;
import io.sipwright.apply.NodeStatus;
import io.sipwright.apply.Plan;
import io.sipwright.apply.StalePlanException;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import io.sipwright.store.Change;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.UserTemplate;
import io.sipwright.validation.ValidationException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The entry point: trunks and SIP users of one Asterisk.
 *
 * <pre>{@code
 * Sipwright sipwright = Sipwright.builder().target(ConfigFiles.in(Path.of("/etc/asterisk"))).build();
 * sipwright.trunks().create(TrunkSpec.builder("carrier", "telnyx").username("1234567890").password(secret).build());
 * sipwright.users().create(SipUserSpec.builder("alice", "basic_user").extension("1001").secret(secret).build());
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Sipwright implements AutoCloseable {

    private final Parts parts;
    private final Changing changing;

    Sipwright(Parts parts, Changing changing) {
        this.parts = parts;
        this.changing = changing;
    }

    public static SipwrightBuilder builder() {
        return new SipwrightBuilder();
    }

    /** Begins to apply in the background, if that is how it is applied; does nothing if it has begun or is over. */
    public void start() {
        if (changing.mode() == Applying.IN_BACKGROUND) {
            parts.watch().start();
            parts.engine().start();
        }
    }

    /** The same for changes that someone makes: the audit bears this name. */
    public Sipwright as(String actor) {
        return new Sipwright(parts, changing.as(actor));
    }

    /** The same through another view of the same store, such as one that joins a transaction of the caller. */
    public Sipwright with(ProvisioningStore store) {
        return new Sipwright(parts, changing.with(store));
    }

    /**
     * The same for changes that must be confirmed. With the first of them, a time begins to run; unless {@link #confirm} is
     * called before it ends, all of them are taken back, as if by {@link History#restore}. They are taken back at once when a
     * registration that was up before, of a trunk that is still to register, stays down for {@link
     * SipwrightBuilder#registrationGrace}; for that a node needs an observer, and this instance must live on. The time runs
     * in the store, by its clock: when this instance dies, another one, or the next, goes back.
     *
     * <p>While such changes wait, all others are refused with {@link io.sipwright.store.UnconfirmedException}, but for those
     * through the same view. They are taken back by the thread in the background, or else by {@link #reconcile} and {@link
     * #apply}.
     *
     * @param limit from the first change on; at least a millisecond
     */
    public Sipwright confirming(Duration limit) {
        return new Sipwright(parts, changing.confirming(limit));
    }

    /** The changes that wait to be confirmed; empty if there are none. */
    public Optional<PendingConfirmation> confirmation() {
        return GoingBack.pending(changing.store());
    }

    /**
     * Confirms the changes that wait: they stay. Possible as long as they were not taken back.
     *
     * @return false if none wait, because they were confirmed or taken back
     */
    public boolean confirm() {
        return GoingBack.confirm(changing.store(), changing.actor().get());
    }

    /** Takes the changes back that wait to be confirmed, now and in the name of the caller; empty if none wait. */
    public Optional<Provisioned<Restoration>> goBack() {
        return parts.goingBack().goBack(changing, (present, view) -> true, "someone asked for it");
    }

    /** Which Asterisk is rendered for. */
    public AsteriskVersion asteriskVersion() {
        return parts.asteriskVersion();
    }

    public Trunks trunks() {
        return new Trunks(new Provisioning<>(changing, parts.trunkKind()));
    }

    public SipUsers users() {
        return new SipUsers(new Provisioning<>(changing, parts.userKind()));
    }

    /** The templates in use; {@link TemplateCatalog#version} says which. */
    public TemplateCatalog catalog() {
        return parts.catalog();
    }

    /** The templates for trunks, sorted by id. */
    public Collection<ProviderTemplate> providers() {
        return parts.catalog().providers().values();
    }

    /**
     * The template of a carrier.
     *
     * @throws NotFoundException if there is none of that id
     */
    public ProviderTemplate provider(String id) {
        return parts.catalog().provider(id).orElseThrow(() -> new NotFoundException("provider", id));
    }

    /**
     * The template of a kind of users.
     *
     * @throws NotFoundException if there is none of that id
     */
    public UserTemplate userTemplate(String id) {
        return parts.catalog().userTemplate(id).orElseThrow(() -> new NotFoundException("user template", id));
    }

    /** The templates for SIP users, sorted by id. */
    public Collection<UserTemplate> userTemplates() {
        return parts.catalog().userTemplates().values();
    }

    /**
     * Creates and replaces many objects in one change, all or none.
     *
     * @throws ValidationException with all that is wrong with any of them, at paths such as {@code users[3].secret}
     */
    public Provisioned<StoredBatch> upsertAll(Batch batch) {
        return upsertAll(batch, BatchProgress.ignored());
    }

    /** The same for a batch that takes long, with word of how far it is. */
    public Provisioned<StoredBatch> upsertAll(Batch batch, BatchProgress progress) {
        return changing.change(writing -> parts.batches().writeAll(batch, writing, progress));
    }

    /** Creates and replaces those of many objects that are valid, in one change; the outcome names the others. */
    public Provisioned<BatchOutcome> upsertValid(Batch batch, BatchProgress progress) {
        return changing.change(writing -> parts.batches().writeValid(batch, writing, progress));
    }

    /**
     * What {@link #upsertValid} would do with each object of a batch now. Stores nothing. What is stored later is judged
     * again: others may have changed something meanwhile.
     */
    public BatchPreview check(Batch batch) {
        return check(batch, BatchProgress.ignored());
    }

    /** The same for a batch that takes long, with word of how far it is. */
    public BatchPreview check(Batch batch, BatchProgress progress) {
        return changing.store().read(view -> parts.batches().preview(batch, view, progress));
    }

    /**
     * What was changed after a generation, in order.
     *
     * @param limit at most so many changes; the generation of the last one tells where to go on, and may have more of
     *     them
     */
    public List<Change> changesSince(long generation, int limit) {
        return changing.store().read(view -> History.changesSince(view, generation, limit));
    }

    /** The former states of the whole, and the way back to them. */
    public History history() {
        return new History(changing, parts.goingBack().restoring());
    }

    /**
     * Brings what is stored now to all nodes, in this thread: renders, writes, reloads, looks. Also tries again what was
     * refused or taken back.
     */
    public Applied apply() {
        parts.watch().check();
        return parts.engine().apply();
    }

    /**
     * What applying now would change on each node, object by object and option by option, and what it would mean for
     * carriers. Waits for a round that is under way, and asks Asterisk what it runs; changes nothing.
     */
    public List<Plan> plan() {
        return parts.engine().plan();
    }

    /**
     * Does exactly what was planned, in this thread, one node after the other; nodes without a plan are left alone.
     *
     * @param plans from {@link #plan}, one for each node
     * @throws StalePlanException if the state, the files or the templates are not those that a plan was made from; nothing is
     *     changed on its node. Of several nodes, those before it in the order of their names have been brought only if
     *     something moved after all were looked at
     * @throws IllegalArgumentException if there is no plan, two for one node, or one for a node that there is not
     */
    public Applied apply(List<Plan> plans) {
        return parts.engine().apply(plans);
    }

    /**
     * What each node has in another way than it should: edits of our files by others, and objects that Asterisk runs
     * otherwise. Waits for a round that is under way; changes nothing.
     */
    public List<Drift> drift() {
        return parts.engine().drift();
    }

    /**
     * Takes over into the store what someone else has edited in the files of a node, in one change: into fields where the
     * template has one, into overrides for the rest. Then the files are ours again. With {@link
     * io.sipwright.target.DriftPolicy#ADOPT} that happens by itself.
     *
     * @return the names of what was changed; empty if no file was edited
     * @throws UnadoptableEditException with all that can't be taken over; nothing is changed then
     * @throws ValidationException with all that is wrong with what was edited; nothing is changed then
     * @throws NotFoundException if there is no such node
     */
    public Optional<Provisioned<List<String>>> adoptEdits(String node) {
        return parts.edits().adopt(changing, node);
    }

    /** Newer and older versions of templates, and the objects that follow them. */
    public Upgrades upgrades() {
        return new Upgrades(changing, parts);
    }

    /**
     * Looks at all nodes, in this thread, and repairs what is not as it should be; does little when all is. Asks again for
     * what Asterisk has refused; what was taken back waits for a change or for {@link #apply}.
     */
    public Applied reconcile() {
        parts.watch().check();
        return parts.engine().reconcile();
    }

    /** How far each node has come, sorted by name. */
    public List<NodeStatus> status() {
        return parts.engine().status();
    }

    /** The registrations of each node that has an {@linkplain SipwrightBuilder#observer observer}, asked now. */
    public List<Observation<TrunkRegistration>> registrations() {
        return parts.observing().all(AsteriskObserver::registrations);
    }

    /**
     * The registrations of one trunk, which may have several, in each node that has an observer.
     *
     * @throws NotFoundException if there is no such trunk
     */
    public List<Observation<TrunkRegistration>> registrations(String trunk) {
        return parts.observing()
                .registrations(parts.trunkKind().render(trunks().get(trunk).spec()));
    }

    /** The phones of a user in each node that has an {@linkplain SipwrightBuilder#observer observer}, asked now. */
    public List<Observation<UserContact>> contacts(String user) {
        return parts.observing()
                .contacts(user, users().find(user).map(found -> parts.userKind().render(found.spec())));
    }

    /**
     * Stops applying, after what is under way; waits for that up to {@link ApplyEngine#CLOSE_LIMIT}. What is stored and not
     * applied yet is applied after the next start. The store stays open. Those made by {@link #as} and {@link #with} share the
     * engine with this one, and need not be closed.
     */
    @Override
    public void close() {
        parts.watch().close();
        parts.engine().close();
    }
}
