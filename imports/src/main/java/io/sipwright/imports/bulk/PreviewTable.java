package io.sipwright.imports.bulk;

import io.sipwright.BatchPreview.Action;
import io.sipwright.store.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A preview as a person reads it. */
final class PreviewTable {

    private static final int WIDEST = 160;

    private final BulkPreview preview;
    private final int limit;
    private final StringBuilder text = new StringBuilder();

    PreviewTable(BulkPreview preview, int limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("A table of a preview can't have " + limit + " rows");
        }
        this.preview = preview;
        this.limit = limit;
    }

    String text() {
        text.append(preview.count(Action.ADDED)).append(" new, ");
        text.append(preview.count(Action.CHANGED)).append(" changed, ");
        text.append(preview.count(Action.UNCHANGED)).append(" unchanged, ");
        text.append(preview.count(Action.REFUSED)).append(" wrong");
        text.append(preview.isWhole() ? "\n" : "; the file can't be stored\n");
        List<BulkRow> rows = preview.rows().stream()
                .filter(row -> row.action() != Action.UNCHANGED)
                .toList();
        rows.stream().limit(limit).forEach(this::row);
        rest(rows.size(), "rows");
        if (!preview.problems().isEmpty()) {
            text.append("problems:\n");
            preview.problems().stream().limit(limit).forEach(problem -> line(problem.toString()));
            rest(preview.problems().size(), "problems");
        }
        return text.toString();
    }

    private void row(BulkRow row) {
        String kind = row.kind() == null ? "?" : row.kind() == ObjectKind.TRUNK ? "trunk" : "user";
        String changes = row.changes().stream().map(BulkChange::toString).collect(Collectors.joining("; "));
        line(String.format(Locale.ROOT, "%6d  %-5s  %-20s  %-7s  %s", row.line(), kind, row.name(), word(row), changes)
                .stripTrailing());
    }

    private static String word(BulkRow row) {
        return switch (row.action()) {
            case ADDED -> "new";
            case CHANGED -> "changed";
            case UNCHANGED -> "same";
            case REFUSED -> "wrong";
        };
    }

    private void line(String line) {
        String clean = line.replaceAll("\\p{Cntrl}", " ");
        text.append(clean.length() <= WIDEST ? clean : clean.substring(0, WIDEST) + "…")
                .append('\n');
    }

    private void rest(int count, String what) {
        if (count > limit) {
            text.append("  … and ")
                    .append(count - limit)
                    .append(" more ")
                    .append(what)
                    .append('\n');
        }
    }
}
