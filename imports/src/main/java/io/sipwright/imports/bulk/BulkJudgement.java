package io.sipwright.imports.bulk;

import io.sipwright.Batch;
import io.sipwright.BatchPreview;
import io.sipwright.BatchProgress;
import io.sipwright.Sipwright;
import io.sipwright.secret.Secret;
import io.sipwright.store.ObjectKind;
import io.sipwright.template.ObjectSpec;
import io.sipwright.user.SipUser;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file that was read, and what the library says to it. */
final class BulkJudgement {

    private static final Comparator<BulkProblem> BY_LINE = Comparator.comparingInt(BulkProblem::line);

    private final Sipwright sipwright;
    private final BulkReading reading;
    private final MissingSecrets secrets;
    private final BatchProgress progress;
    private final RowProblems trunkProblems;
    private final RowProblems userProblems;

    BulkJudgement(
            Sipwright sipwright,
            String file,
            BulkFormat format,
            BulkReading reading,
            MissingSecrets secrets,
            BatchProgress progress) {
        this.sipwright = sipwright;
        this.reading = reading;
        this.secrets = secrets;
        this.progress = progress;
        boolean tree = format != BulkFormat.CSV;
        trunkProblems = new RowProblems(file, "trunks", reading.trunks(), reading.members(ObjectKind.TRUNK), tree);
        userProblems = new RowProblems(file, "users", secrets.users(), reading.members(ObjectKind.USER), tree);
    }

    Sipwright sipwright() {
        return sipwright;
    }

    BatchProgress progress() {
        return progress;
    }

    boolean isWhole() {
        return reading.problems().isWhole();
    }

    Batch batch() {
        return new Batch(
                reading.trunks().stream().map(BulkEntry::spec).toList(),
                secrets.users().stream().map(BulkEntry::spec).toList());
    }

    /** What would become of each row, in the order of the file. */
    List<BulkRow> rows() {
        BatchPreview preview = sipwright.check(batch(), progress);
        List<BulkRow> rows = new ArrayList<>();
        addRows(ObjectKind.TRUNK, trunkProblems, preview.trunks(), rows);
        addRows(ObjectKind.USER, userProblems, preview.users(), rows);
        Map<Integer, List<BulkProblem>> byLine =
                reading.problems().all().stream().collect(Collectors.groupingBy(BulkProblem::line));
        for (int line : reading.rejected()) {
            List<BulkProblem> problems = byLine.getOrDefault(line, List.of());
            rows.add(new BulkRow(line, null, "", BatchPreview.Action.REFUSED, List.of(), problems));
        }
        rows.sort(Comparator.comparingInt(BulkRow::line));
        return rows;
    }

    private static <S extends ObjectSpec> void addRows(
            ObjectKind kind, RowProblems words, List<BatchPreview.Row<S>> judged, Collection<BulkRow> rows) {
        for (int i = 0; i < judged.size(); i++) {
            BatchPreview.Row<S> row = judged.get(i);
            S present = row.present();
            rows.add(new BulkRow(
                    words.entries().get(i).source().line(),
                    kind,
                    row.spec().name(),
                    row.action(),
                    present != null && row.action() == BatchPreview.Action.CHANGED
                            ? SpecChanges.between(present, row.spec())
                            : List.of(),
                    words.of(i, row.violations())));
        }
    }

    /** All that is wrong: with the file, with its rows, and what the library says. */
    List<BulkProblem> problems(Collection<BulkProblem> ofRows) {
        Set<BulkProblem> all = new LinkedHashSet<>(reading.problems().all());
        all.addAll(ofRows);
        return all.stream().sorted(BY_LINE).toList();
    }

    /** All that is wrong, in the words of the file, when the library refuses its objects. */
    List<BulkProblem> problemsOf(Collection<Violation> violations) {
        Map<String, List<Violation>> byRow = new LinkedHashMap<>();
        for (Violation violation : violations) {
            String path = violation.path();
            byRow.computeIfAbsent(path.substring(0, path.indexOf(']') + 1), ignored -> new ArrayList<>())
                    .add(violation);
        }
        List<BulkProblem> found = new ArrayList<>();
        byRow.forEach((row, ofRow) -> {
            int index = Integer.parseInt(row.substring(row.indexOf('[') + 1, row.length() - 1));
            found.addAll((row.startsWith("trunks") ? trunkProblems : userProblems).of(index, ofRow));
        });
        return problems(found);
    }

    /**
     * The secrets that were made for users.
     *
     * @param stored in the order of the batch; null where one was refused
     */
    Map<String, Secret> generated(List<? extends @Nullable SipUser> stored) {
        Map<String, Secret> generated = new LinkedHashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            SipUser user = stored.get(i);
            Secret secret = secrets.generated(i);
            if (user != null && secret != null) {
                generated.put(user.name(), secret);
            }
        }
        return generated;
    }
}
