package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.error.SipwrightException;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.render.Renderer;
import io.sipwright.store.StoreView;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.user.SipUserPatch;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done in whatever order, the files are a rendering of what a map would hold. */
class FacadePropertyTest {

    private static final TemplateCatalog CATALOG = TemplateCatalog.shipped();
    private static final Renderer RENDERER = new Renderer(CATALOG, AsteriskVersion.V22, Samples.STAMPS);

    private final FreshStore store = new FreshStore();
    private final MemoryTarget target = new MemoryTarget();
    private final Sipwright sipwright = Sipwright.builder()
            .applying(Applying.BEFORE_RETURN)
            .catalog(CATALOG)
            .store(store)
            .target(target)
            .stamps(Samples.STAMPS)
            .build();

    @Property(tries = 1000)
    void the_files_are_a_rendering_of_the_model(@ForAll("operations") List<Operation> operations) {
        FacadeModel model = new FacadeModel();
        store.empty();
        sipwright.apply();
        for (Operation operation : operations) {
            assertThat(succeeds(operation)).isEqualTo(model.perform(operation));

            assertThat(store.<Long>read(StoreView::generation)).isEqualTo(model.generation);
            assertThat(target.text(Renderer.TRUNKS_FILE))
                    .isEqualTo(PjsipWriter.toString(RENDERER.trunks(model(model, true))));
            assertThat(target.text(Renderer.USERS_FILE))
                    .isEqualTo(PjsipWriter.toString(RENDERER.users(model(model, false))));
        }
    }

    private static List<ObjectSpec> model(FacadeModel model, boolean trunks) {
        return model.objects.values().stream()
                .filter(spec -> spec.name().startsWith("t") == trunks)
                .toList();
    }

    private boolean succeeds(Operation operation) {
        try {
            if (operation.isTrunk()) {
                performOnTrunk(operation);
            } else {
                performOnUser(operation);
            }
            return true;
        } catch (SipwrightException e) {
            return false;
        }
    }

    private void performOnTrunk(Operation operation) {
        TrunkPatch patch =
                TrunkPatch.builder().server(FacadeModel.host(operation)).build();
        switch (operation.kind()) {
            case CREATE -> sipwright.trunks().create(FacadeModel.trunk(operation));
            case UPDATE -> sipwright.trunks().update(operation.name(), patch);
            case UPDATE_STALE -> sipwright.trunks().update(operation.name(), patch, 99);
            case DELETE -> sipwright.trunks().delete(operation.name());
            case ENABLE -> sipwright.trunks().enable(operation.name());
            case DISABLE -> sipwright.trunks().disable(operation.name());
            case UPSERT -> sipwright.upsertAll(new Batch(List.of(FacadeModel.trunk(operation)), List.of()));
        }
    }

    private void performOnUser(Operation operation) {
        SipUserPatch patch = SipUserPatch.builder()
                .extension(FacadeModel.extension(operation))
                .build();
        switch (operation.kind()) {
            case CREATE -> sipwright.users().create(FacadeModel.user(operation));
            case UPDATE -> sipwright.users().update(operation.name(), patch);
            case UPDATE_STALE -> sipwright.users().update(operation.name(), patch, 99);
            case DELETE -> sipwright.users().delete(operation.name());
            case ENABLE -> sipwright.users().enable(operation.name());
            case DISABLE -> sipwright.users().disable(operation.name());
            case UPSERT -> sipwright.upsertAll(new Batch(List.of(), List.of(FacadeModel.user(operation))));
        }
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        return Combinators.combine(
                        Arbitraries.of(Operation.Kind.class),
                        Arbitraries.of("anna", "Bob", "carl", "trunk1", "trunkB"),
                        Arbitraries.integers().between(0, 2))
                .as(Operation::new)
                .list()
                .ofMaxSize(20);
    }
}
