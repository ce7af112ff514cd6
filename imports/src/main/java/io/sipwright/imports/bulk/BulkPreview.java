package io.sipwright.imports.bulk;

import io.sipwright.BatchOutcome;
import io.sipwright.BatchPreview.Action;
import io.sipwright.Provisioned;
import io.sipwright.StoredBatch;
import io.sipwright.user.SipUser;
import io.sipwright.validation.ValidationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of each row of a bulk file, and what is wrong with it, as it was when the file was read. Shows no secret.
 * Storing judges again: others may have changed something meanwhile. Thread-safe.
 */
public final class BulkPreview {

    private static final int SHOWN = 20;

    private final BulkJudgement judgement;
    private final List<BulkRow> rows;
    private final List<BulkProblem> problems;

    BulkPreview(BulkJudgement judgement) {
        this.judgement = judgement;
        rows = List.copyOf(judgement.rows());
        List<BulkProblem> ofRows = new ArrayList<>();
        rows.forEach(row -> ofRows.addAll(row.problems()));
        problems = judgement.problems(ofRows);
    }

    /** All rows in the order of the file; those behind a mistake that ends the reading are not among them. */
    public List<BulkRow> rows() {
        return rows;
    }

    /** All that is wrong with the file and its rows, in the order of the file. */
    public List<BulkProblem> problems() {
        return problems;
    }

    /** Rows of which something would become. */
    public long count(Action action) {
        return rows.stream().filter(row -> row.action() == action).count();
    }

    /**
     * Whether the file was understood to its end, so that at least its valid part could be stored; false for a broken file, a
     * wrong header, or one over a limit.
     */
    public boolean isWhole() {
        return judgement.isWhole();
    }

    /**
     * Stores all, in one transaction.
     *
     * @throws BulkFileException if anything is wrong with the file; nothing is stored then
     */
    public BulkResult store() {
        if (!problems.isEmpty()) {
            throw new BulkFileException(problems);
        }
        try {
            Provisioned<StoredBatch> stored = judgement.sipwright().upsertAll(judgement.batch(), judgement.progress());
            StoredBatch batch = stored.value();
            return new BulkResult(stored, batch, List.of(), judgement.generated(batch.users()));
        } catch (ValidationException e) {
            throw new BulkFileException(judgement.problemsOf(e.violations()));
        }
    }

    /**
     * Stores the rows with which nothing is wrong, in one transaction; the result says what is wrong with the others.
     *
     * @throws BulkFileException if the file is not {@linkplain #isWhole whole}; nothing is stored then
     */
    public BulkResult storeValid() {
        if (!isWhole()) {
            throw new BulkFileException(problems);
        }
        Provisioned<BatchOutcome> stored = judgement.sipwright().upsertValid(judgement.batch(), judgement.progress());
        BatchOutcome outcome = stored.value();
        return new BulkResult(
                stored,
                outcome.stored(),
                judgement.problemsOf(outcome.violations()),
                judgement.generated(storedUsers(outcome)));
    }

    private static List<@Nullable SipUser> storedUsers(BatchOutcome outcome) {
        List<@Nullable SipUser> users = new ArrayList<>();
        outcome.users().forEach(row -> users.add(row.stored()));
        return users;
    }

    /** Counts, and a table of the first {@value #SHOWN} rows and problems. */
    @Override
    public String toString() {
        return table(SHOWN);
    }

    /**
     * Counts, and a table of rows, those that would stay as they are left out, and of problems.
     *
     * @param limit at most so many of each
     */
    public String table(int limit) {
        return new PreviewTable(this, limit).text();
    }
}
