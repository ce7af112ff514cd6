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
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import io.sipwright.user.UserDigests;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How SIP users are handled. */
record SipUserKind(
        SpecValidator validator,
        Renderer renderer,
        TemplateCatalog catalog,
        Explaining explaining,
        @Nullable String digestRealm)
        implements Kind<SipUser, SipUserSpec, SipUserPatch> {

    @Override
    public ObjectKind object() {
        return ObjectKind.USER;
    }

    @Override
    public StoredObjects<SipUser> in(StoreView view) {
        return view.users();
    }

    @Override
    public WritableObjects<SipUser, SipUserSpec> in(StoreWriting writing) {
        return writing.users();
    }

    @Override
    public SipUserSpec specOf(SipUser user) {
        return user.spec();
    }

    @Override
    public SipUserSpec normalize(SipUserSpec spec) {
        return validator.normalize(spec);
    }

    @Override
    public SipUserSpec named(SipUserSpec spec, String name) {
        return spec.toBuilder().username(name).build();
    }

    @Override
    public SipUserSpec patched(SipUserSpec spec, SipUserPatch patch) {
        return patch.applyTo(spec);
    }

    @Override
    public SipUserPatch activation(boolean active) {
        return SipUserPatch.builder().active(active).build();
    }

    @Override
    public List<Violation> check(SipUserSpec spec, boolean isNew, Neighbours neighbours) {
        return validator.check(spec, isNew, neighbours);
    }

    @Override
    public SipUserSpec kept(SipUserSpec spec) {
        return digestRealm == null ? UserDigests.dropOutdated(spec) : UserDigests.replaceSecret(spec, digestRealm);
    }

    @Override
    public int templateVersion(SipUserSpec spec) {
        return catalog.userTemplate(spec.templateId()).map(Template::version).orElse(0);
    }

    @Override
    public List<PjsipElement> render(SipUserSpec spec) {
        return renderer.user(spec);
    }

    @Override
    public Explanation explain(SipUserSpec spec) {
        return explaining.explain(spec, catalog.userTemplate(spec.templateId()), Renderer.USERS_FILE);
    }
}
