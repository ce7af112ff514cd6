package io.sipwright;

import io.sipwright.apply.Applier;
import io.sipwright.apply.ApplyResult;
import io.sipwright.render.Renderer;
import io.sipwright.render.Stamps;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.UserTemplate;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.ValidationException;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
public final class Sipwright {

    private final TemplateCatalog catalog;
    private final ProvisioningStore store;
    private final Applier applier;
    private final Supplier<@Nullable ApplyResult> applying;
    private final Provisioning<Trunk, TrunkSpec, TrunkPatch> trunks;
    private final Provisioning<SipUser, SipUserSpec, SipUserPatch> users;
    private final BatchWriting batches;

    Sipwright(SipwrightBuilder settings) {
        catalog = settings.catalog;
        store = settings.store;
        SpecValidator validator = new SpecValidator(
                catalog, settings.asteriskVersion, settings.secretPolicy, settings.transports, settings.locale);
        Stamps stamps = settings.stamps == null ? Stamps.keyed(store.stampKey()) : settings.stamps;
        Renderer renderer = new Renderer(catalog, settings.asteriskVersion, stamps);
        applier = new Applier(store, renderer, settings.requiredTarget(), settings.reloader);
        applying = settings.applyAtOnce ? applier::apply : () -> null;
        TrunkKind trunkKind = new TrunkKind(validator, renderer, catalog);
        SipUserKind userKind = new SipUserKind(validator, renderer, catalog);
        trunks = new Provisioning<>(store, trunkKind, applying);
        users = new Provisioning<>(store, userKind, applying);
        batches = new BatchWriting(trunkKind, userKind);
    }

    public static SipwrightBuilder builder() {
        return new SipwrightBuilder();
    }

    public Trunks trunks() {
        return new Trunks(trunks);
    }

    public SipUsers users() {
        return new SipUsers(users);
    }

    /** The templates for trunks, sorted by id. */
    public Collection<ProviderTemplate> providers() {
        return catalog.providers().values();
    }

    /**
     * The template of a carrier.
     *
     * @throws NotFoundException if there is none of that id
     */
    public ProviderTemplate provider(String id) {
        return catalog.provider(id).orElseThrow(() -> new NotFoundException("provider", id));
    }

    /**
     * The template of a kind of users.
     *
     * @throws NotFoundException if there is none of that id
     */
    public UserTemplate userTemplate(String id) {
        return catalog.userTemplate(id).orElseThrow(() -> new NotFoundException("user template", id));
    }

    /** The templates for SIP users, sorted by id. */
    public Collection<UserTemplate> userTemplates() {
        return catalog.userTemplates().values();
    }

    /**
     * Creates and replaces many objects in one change, all or none.
     *
     * @throws ValidationException with all that is wrong with any of them, at paths such as {@code users[3].secret}
     */
    public Provisioned<StoredBatch> upsertAll(Batch batch) {
        ProvisioningStore.Committed<StoredBatch> committed = store.write(writing -> batches.write(batch, writing));
        return new Provisioned<>(committed.result(), committed.generation(), applying.get());
    }

    /** Renders, writes and reloads what is stored now. Does nothing when the files hold it already. */
    public ApplyResult apply() {
        return applier.apply();
    }
}
