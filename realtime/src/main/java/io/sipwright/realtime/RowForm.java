package io.sipwright.realtime;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.OptionType;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says a section as a row of the tables that are there, and back. Options that are absent are NULL, which Asterisk takes for
 * their default; so it does the empty value of an option that has no other default. Immutable and thread-safe.
 */
final class RowForm {

    private final AsteriskVersion version;
    private final PresentTables tables;

    RowForm(AsteriskVersion version, PresentTables tables) {
        this.version = version;
        this.tables = tables;
    }

    PresentTables tables() {
        return tables;
    }

    /** The columns of a table that hold options; others are the host's, and are left alone. */
    List<Column> optionColumns(RowTable table) {
        return tables.of(table).values().stream()
                .filter(column -> column.name().startsWith("@") || isOption(table, column.name()))
                .toList();
    }

    private boolean isOption(RowTable table, String column) {
        for (AsteriskVersion any : AsteriskVersion.values()) {
            if (PjsipSchema.of(any)
                    .type(table.type())
                    .flatMap(type -> type.option(column))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The row for a section; empty, and at least one problem more, if rows can't say it. */
    Optional<Row> row(Section section, Collection<RowProblem> problems) {
        String typeName = section.type().orElse("");
        RowTable table = RowTable.ofType(typeName).orElse(null);
        String id = section.name();
        if (table == null) {
            problems.add(new RowProblem("no table", id, Section.TYPE, "there are no rows for type=" + typeName));
            return Optional.empty();
        }
        if (!tables.has(table)) {
            problems.add(new RowProblem(table.table(), "", "", "the table is missing, or its column id"));
            return Optional.empty();
        }
        List<RowProblem> found = new ArrayList<>();
        PjsipText.refuseSectionName(id)
                .ifPresent(refusal ->
                        found.add(new RowProblem(table.table(), id, "", "the name " + refusal.explanation())));
        if (tables.find(table, RowTable.ID)
                .flatMap(it -> it.taken(RowText.escaped(id)))
                .isEmpty()) {
            found.add(new RowProblem(table.table(), id, "", "the name is too long for its column"));
        }
        Map<String, String> values = new LinkedHashMap<>();
        lines(section).forEach((name, lines) -> {
            Cell cell = new Cell(version, table, id, name);
            String text = cell.text(lines, found);
            if (text != null && !text.isEmpty()) {
                cell.store(text, tables.find(table, name), values, found);
            }
        });
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(new Row(table, RowText.escaped(id), values)) : Optional.empty();
    }

    /** The values of each option, by the name that Asterisk has for it. */
    private Map<String, List<String>> lines(Section section) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        Codecs codecs = new Codecs();
        for (Option option : section.options()) {
            String name = name(section, option);
            if (name.equals("allow") || name.equals("disallow")) {
                codecs.take(name, option.value());
            } else if (!name.equals(Section.TYPE)) {
                lines.computeIfAbsent(name, key -> new ArrayList<>()).add(option.value());
            }
        }
        codecs.addTo(lines);
        return lines;
    }

    private String name(Section section, Option option) {
        if (option.name().startsWith("@")) {
            return option.name();
        }
        return RowTable.ofType(section.type().orElse(""))
                .flatMap(table -> Cell.known(version, table, option.name()))
                .map(OptionType::name)
                .orElseGet(() -> option.name().toLowerCase(Locale.ROOT));
    }

    /** The section that a row says, its options sorted by name but for {@code disallow}, which comes before {@code allow}. */
    Section section(Row row) {
        List<Option> options = new ArrayList<>();
        row.values().forEach((column, text) -> {
            int at = column.equals("disallow") ? 0 : options.size();
            boolean several = Cell.known(version, row.table(), column)
                    .map(OptionType::accumulates)
                    .orElse(false);
            List<String> values = several ? RowText.values(text) : List.of(RowText.unescaped(text));
            options.addAll(at, values.stream().map(it -> new Option(column, it)).toList());
        });
        return Section.of(RowText.unescaped(row.id()), row.table().type(), options);
    }

    /** The rows for some sections, as far as rows can say them. */
    List<Row> rows(Collection<Section> sections, Collection<RowProblem> problems) {
        return sections.stream()
                .map(section -> row(section, problems))
                .flatMap(Optional::stream)
                .toList();
    }
}
