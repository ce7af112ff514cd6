package io.sipwright.realtime;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Why a row can't be written. Never holds a value of it, which may be a secret.
 *
 * @param table where it would stand
 * @param id of the row; empty where all rows have the problem, as when a column is missing
 * @param option of the section concerned; empty where it is the row as a whole
 * @param message in words
 */
public record RowProblem(String table, String id, String option, String message)
        implements Comparable<RowProblem>, Serializable {

    private static final Comparator<RowProblem> ORDER = Comparator.comparing(RowProblem::table)
            .thenComparing(RowProblem::id)
            .thenComparing(RowProblem::option)
            .thenComparing(RowProblem::message);

    @Override
    public int compareTo(RowProblem other) {
        return ORDER.compare(this, other);
    }

    /** For example {@code ps_endpoints [alice] callerid: is too long}. */
    @Override
    public String toString() {
        return table + (id.isEmpty() ? "" : " [" + id + "]") + (option.isEmpty() ? "" : " " + option) + ": " + message;
    }
}
