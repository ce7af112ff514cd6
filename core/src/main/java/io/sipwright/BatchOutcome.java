package io.sipwright;

import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of each object of a {@link Batch}.
 *
 * @param trunks in the order of the batch
 * @param users in the order of the batch
 */
public record BatchOutcome(List<Row<Trunk>> trunks, List<Row<SipUser>> users) {

    /**
     * What became of one object.
     *
     * @param stored the object as it was stored; null when it was refused
     * @param violations why it was refused, at paths such as {@code users[3].secret}; empty when it was stored
     */
    public record Row<T>(@Nullable T stored, List<Violation> violations) {

        public Row {
            violations = List.copyOf(violations);
        }
    }

    public BatchOutcome {
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

    /** What was stored. */
    public StoredBatch stored() {
        return new StoredBatch(
                trunks.stream().map(Row::stored).filter(Objects::nonNull).toList(),
                users.stream().map(Row::stored).filter(Objects::nonNull).toList());
    }
}
