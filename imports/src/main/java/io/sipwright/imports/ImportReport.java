package io.sipwright.imports;

import io.sipwright.BatchPreview;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A preview as a person reads it: a line for each object, with what is wrong below it, then what was left alone. */
final class ImportReport {

    private final PjsipImportPreview preview;
    private final StringBuilder text = new StringBuilder();

    ImportReport(PjsipImportPreview preview) {
        this.preview = preview;
    }

    String text() {
        BatchPreview changes = preview.changes();
        objects("Trunks", preview.trunks(), changes.trunks());
        objects("Users", preview.users(), changes.users());
        lines(
                "Left alone",
                preview.leftAlone().stream().map(LeftAlone::toString).toList());
        lines("Ignored by Asterisk", preview.remarks());
        return text.toString();
    }

    private <S extends ObjectSpec> void objects(
            String title, List<ImportedObject<S>> objects, List<BatchPreview.Row<S>> rows) {
        text.append(title).append(": ").append(objects.size());
        for (BatchPreview.Action action : BatchPreview.Action.values()) {
            long count = rows.stream().filter(row -> row.action() == action).count();
            if (count > 0) {
                text.append(", ").append(word(action)).append(' ').append(count);
            }
        }
        text.append('\n');
        for (int i = 0; i < objects.size(); i++) {
            object(objects.get(i), rows.get(i));
        }
    }

    private static String word(BatchPreview.Action action) {
        return switch (action) {
            case ADDED -> "new";
            case CHANGED -> "changed";
            case UNCHANGED -> "as they are";
            case REFUSED -> "refused";
        };
    }

    private static char sign(BatchPreview.Action action) {
        return switch (action) {
            case ADDED -> '+';
            case CHANGED -> '~';
            case UNCHANGED -> '=';
            case REFUSED -> '!';
        };
    }

    private <S extends ObjectSpec> void object(ImportedObject<S> object, BatchPreview.Row<S> row) {
        S spec = object.spec();
        text.append("  ").append(sign(row.action())).append(' ').append(spec.name());
        text.append(" (").append(spec.templateId()).append(", ");
        text.append(object.sections().get(0)).append("): ");
        text.append(String.join(", ", spec.fields().asMap().keySet()));
        if (!spec.overrides().isEmpty()) {
            text.append("; by hand: ")
                    .append(spec.overrides().stream().map(ImportReport::shown).collect(Collectors.joining(", ")));
        }
        text.append('\n');
        row.violations().stream().map(Violation::message).forEach(this::below);
        object.notes().forEach(this::below);
    }

    private static String shown(OptionOverride override) {
        return override.values().isEmpty() ? "no " + override.path() : override.path();
    }

    private void below(String sentence) {
        text.append("      ").append(sentence).append('\n');
    }

    private void lines(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(title).append(": ").append(lines.size()).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }
}
