package io.sipwright.imports;

import io.sipwright.Batch;
import io.sipwright.BatchOutcome;
import io.sipwright.BatchPreview;
import io.sipwright.BatchProgress;
import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.StoredBatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.util.List;

/**
 * What an import would take over, and what it leaves alone. Nothing is stored yet. Immutable and thread-safe; shows no
 * secret. {@link #toString} is a report for people.
 *
 * <p>Before what was stored is applied, the sections that were taken over must be taken out of the files that they were
 * found in: of a type with two objects of one name Asterisk loads nothing.
 */
public final class PjsipImportPreview {

    private final Sipwright sipwright;
    private final List<ImportedObject<TrunkSpec>> trunks;
    private final List<ImportedObject<SipUserSpec>> users;
    private final List<LeftAlone> leftAlone;
    private final List<String> remarks;
    private final BatchPreview changes;

    PjsipImportPreview(
            Sipwright sipwright,
            List<ImportedObject<TrunkSpec>> trunks,
            List<ImportedObject<SipUserSpec>> users,
            List<LeftAlone> leftAlone,
            List<String> remarks) {
        this.sipwright = sipwright;
        this.trunks = List.copyOf(trunks);
        this.users = List.copyOf(users);
        this.leftAlone = List.copyOf(leftAlone);
        this.remarks = List.copyOf(remarks);
        this.changes = sipwright.check(batch());
    }

    /** The trunks that were found, in the order of the files. */
    public List<ImportedObject<TrunkSpec>> trunks() {
        return trunks;
    }

    /** The users that were found, in the order of the files. */
    public List<ImportedObject<SipUserSpec>> users() {
        return users;
    }

    /** The sections that stay where they are, and why, in the order of the files. */
    public List<LeftAlone> leftAlone() {
        return leftAlone;
    }

    /** What Asterisk ignores in these files, in sentences with their places. */
    public List<String> remarks() {
        return remarks;
    }

    /** What storing would do to each trunk and user, in the order of {@link #trunks} and {@link #users}. */
    public BatchPreview changes() {
        return changes;
    }

    /** All that was found, as it would be stored. */
    public Batch batch() {
        return new Batch(
                trunks.stream().map(ImportedObject::spec).toList(),
                users.stream().map(ImportedObject::spec).toList());
    }

    /**
     * Stores all that was found, in one transaction.
     *
     * @throws ValidationException with all that is wrong with any of it; nothing is stored then
     */
    public Provisioned<StoredBatch> store(BatchProgress progress) {
        return sipwright.upsertAll(batch(), progress);
    }

    /** Stores what is valid, in one transaction; the outcome names the rest. */
    public Provisioned<BatchOutcome> storeValid(BatchProgress progress) {
        return sipwright.upsertValid(batch(), progress);
    }

    @Override
    public String toString() {
        return new ImportReport(this).text();
    }
}
