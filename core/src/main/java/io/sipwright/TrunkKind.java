package io.sipwright;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.render.Renderer;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.store.StoredObjects;
import io.sipwright.store.WritableObjects;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.List;

/** How trunks are handled. */
record TrunkKind(SpecValidator validator, Renderer renderer, TemplateCatalog catalog, Explaining explaining)
        implements Kind<Trunk, TrunkSpec, TrunkPatch> {

    @Override
    public ObjectKind object() {
        return ObjectKind.TRUNK;
    }

    @Override
    public StoredObjects<Trunk> in(StoreView view) {
        return view.trunks();
    }

    @Override
    public WritableObjects<Trunk, TrunkSpec> in(StoreWriting writing) {
        return writing.trunks();
    }

    @Override
    public TrunkSpec specOf(Trunk trunk) {
        return trunk.spec();
    }

    @Override
    public TrunkSpec normalize(TrunkSpec spec) {
        return validator.normalize(spec);
    }

    @Override
    public TrunkSpec named(TrunkSpec spec, String name) {
        return spec.toBuilder().name(name).build();
    }

    @Override
    public TrunkSpec patched(TrunkSpec spec, TrunkPatch patch) {
        return patch.applyTo(spec);
    }

    @Override
    public TrunkPatch activation(boolean active) {
        return TrunkPatch.builder().active(active).build();
    }

    @Override
    public List<Violation> check(TrunkSpec spec, boolean isNew, Neighbours neighbours) {
        return validator.check(spec, isNew, neighbours);
    }

    @Override
    public TrunkSpec kept(TrunkSpec spec) {
        return spec;
    }

    @Override
    public int templateVersion(TrunkSpec spec) {
        return catalog.provider(spec.provider()).map(Template::version).orElse(0);
    }

    @Override
    public List<PjsipElement> render(TrunkSpec spec) {
        return renderer.trunk(spec);
    }

    @Override
    public Explanation explain(TrunkSpec spec) {
        return explaining.explain(spec, catalog.provider(spec.provider()), Renderer.TRUNKS_FILE);
    }
}
