package io.sipwright;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.store.ObjectKind;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.store.StoredObjects;
import io.sipwright.store.WritableObjects;
import io.sipwright.template.ObjectSpec;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.Violation;
import java.util.List;

/**
 * What trunks and SIP users do differently; everything else is written once, in {@link Provisioning}.
 *
 * @param <T> an object as it is kept
 * @param <S> an object as it is described
 * @param <P> a change
 */
interface Kind<T, S extends ObjectSpec, P> {

    ObjectKind object();

    /** In messages. */
    default String title() {
        return object().title();
    }

    StoredObjects<T> in(StoreView view);

    WritableObjects<T, S> in(StoreWriting writing);

    S specOf(T object);

    S normalize(S spec);

    /** The same under another spelling of its name. */
    S named(S spec, String name);

    S patched(S spec, P patch);

    P activation(boolean active);

    List<Violation> check(S spec, boolean isNew, Neighbours neighbours);

    /** The form of a valid object that is stored. */
    S kept(S spec);

    int templateVersion(S spec);

    List<PjsipElement> render(S spec);

    Explanation explain(S spec);
}
