package io.sipwright.imports.bulk;

import io.sipwright.BatchPreview.Action;
import io.sipwright.store.ObjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one row of a bulk file.
 *
 * @param line where it begins
 * @param kind what it describes; null if that can't be told
 * @param name of the object; empty if it has none
 * @param changes what would become other; empty unless it is {@link Action#CHANGED}
 * @param problems what is wrong with it; empty unless it is {@link Action#REFUSED}
 */
public record BulkRow(
        int line,
        @Nullable ObjectKind kind,
        String name,
        Action action,
        List<BulkChange> changes,
        List<BulkProblem> problems) {

    public BulkRow {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }
}
