package io.sipwright.imports.bulk;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file while it is read. Not thread-safe. */
final class BulkProblems {

    /** Nobody reads more, and memory is bounded. */
    static final int MOST = 10_000;

    private final String file;
    private final List<BulkProblem> all = new ArrayList<>();
    private boolean whole = true;

    BulkProblems(String file) {
        this.file = file;
    }

    /** Something is wrong with one row; the others can be stored without it. */
    BulkProblem row(int line, String field, String code, String message) {
        BulkProblem problem = new BulkProblem(file, line, field, code, message);
        if (all.size() < MOST) {
            all.add(problem);
        }
        return problem;
    }

    /** Something is wrong with the file as a whole: nothing of it can be stored. */
    void file(int line, String field, String code, String message) {
        row(line, field, code, message);
        whole = false;
    }

    /** Whether reading on is of no use; this is then said. */
    boolean isFull(int line) {
        if (all.size() < MOST) {
            return false;
        }
        all.add(new BulkProblem(
                file, line, "", "file.too_many_problems", "Read no further: so much is wrong with the file."));
        whole = false;
        return true;
    }

    /** Whether the file was understood to its end. */
    boolean isWhole() {
        return whole;
    }

    List<BulkProblem> all() {
        return all;
    }
}
