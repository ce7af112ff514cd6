package io.sipwright.examples.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in columns that are as wide as they need to be. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(' ');
            for (int column = 0; column < row.size(); column++) {
                text.append(' ').append(row.get(column));
                text.append(" ".repeat(width(column) - row.get(column).length() + 1));
            }
            text.setLength(text.toString().stripTrailing().length());
            text.append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
