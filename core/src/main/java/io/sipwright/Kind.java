package io.sipwright;

import io.sipwright.pjsip.PjsipElement;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.store.StoredObjects;
import io.sipwright.store.WritableObjects;
import io.sipwright.template.ObjectSpec;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.OptionalLong;

/**
 * What trunks and SIP users do differently; everything else is written once, in {@link Provisioning}.
 *
 * @param <T> an object as it is kept
 * @param <S> an object as it is described
 * @param <P> a change
 */
interface Kind<T, S extends ObjectSpec, P> {

    /** In messages. */
    String title();

    StoredObjects<T> in(StoreView view);

    WritableObjects<T, S> in(StoreWriting writing);

    S specOf(T object);

    S normalize(S spec);

    S patched(S spec, P patch);

    P activation(boolean active);

    List<Violation> check(S spec, boolean isNew, Neighbours neighbours);

    int templateVersion(S spec);

    List<PjsipElement> render(S spec);

    /** Creates the object, or replaces that of its name. */
    default T store(S spec, StoreWriting writing) {
        WritableObjects<T, S> objects = in(writing);
        return objects.find(spec.name()).isEmpty()
                ? objects.insert(spec, templateVersion(spec))
                : objects.update(spec, templateVersion(spec), OptionalLong.empty());
    }
}
