package io.sipwright;

import io.sipwright.template.ObjectSpec;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of each object of a {@link Batch} if it were stored now. Immutable and thread-safe. Shows no secret.
 *
 * @param trunks in the order of the batch
 * @param users in the order of the batch
 */
public record BatchPreview(List<Row<TrunkSpec>> trunks, List<Row<SipUserSpec>> users) {

    /** What would be done with an object. */
    public enum Action {
        /** There is none of its name. */
        ADDED,
        /** There is one of its name, which would be replaced. */
        CHANGED,
        /** It is stored already, just as it is. */
        UNCHANGED,
        /** Something is wrong with it. */
        REFUSED
    }

    /**
     * What would become of one object.
     *
     * @param spec as it would be stored, or as it was refused
     * @param present what is stored under its name; null for nothing
     * @param violations why it would be refused, at paths such as {@code users[3].secret}; empty unless it would be
     */
    public record Row<S extends ObjectSpec>(
            Action action, S spec, @Nullable S present, List<Violation> violations) {

        public Row {
            violations = List.copyOf(violations);
        }
    }

    public BatchPreview {
        trunks = List.copyOf(trunks);
        users = List.copyOf(users);
    }

    /** All that is wrong with any object. */
    public List<Violation> violations() {
        List<Violation> all = new ArrayList<>();
        trunks.forEach(row -> all.addAll(row.violations()));
        users.forEach(row -> all.addAll(row.violations()));
        return all;
    }
}
