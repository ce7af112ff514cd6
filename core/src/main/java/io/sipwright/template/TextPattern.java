package io.sipwright.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders {@code ${field}}, filled in one pass: what a value contains is never looked at again.
 */
final class TextPattern {

    private final List<String> literals; // one more than names
    private final List<String> names;

    private TextPattern(List<String> literals, List<String> names) {
        this.literals = List.copyOf(literals);
        this.names = List.copyOf(names);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a placeholder is not closed or has no proper name
     */
    static TextPattern parse(String text) {
        List<String> literals = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int from = 0;
        int start;
        while ((start = text.indexOf("${", from)) >= 0) {
            int end = text.indexOf('}', start);
            String name = end < 0 ? "" : text.substring(start + 2, end);
            if (!name.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("expected a placeholder of the form ${field}");
            }
            literals.add(text.substring(from, start));
            names.add(name);
            from = end + 1;
        }
        literals.add(text.substring(from));
        return new TextPattern(literals, names);
    }

    boolean isConstant() {
        return names.isEmpty();
    }

    /** The text of a pattern without placeholders. */
    String constant() {
        return literals.get(0);
    }

    Set<String> names() {
        return new TreeSet<>(names);
    }

    /** The texts around the placeholders, one more than there are of these. */
    List<String> literals() {
        return literals;
    }

    /** The placeholders in order, as often as they stand. */
    List<String> placeholders() {
        return names;
    }

    /** With another pattern in the place of one placeholder, wherever that stands. */
    TextPattern with(String placeholder, TextPattern other) {
        List<String> texts = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(placeholder)) {
                for (int j = 0; j < other.names.size(); j++) {
                    texts.add(text.append(other.literals.get(j)).toString());
                    fields.add(other.names.get(j));
                    text.setLength(0);
                }
                text.append(other.literals.get(other.names.size()));
            } else {
                texts.add(text.toString());
                fields.add(names.get(i));
                text.setLength(0);
            }
            text.append(literals.get(i + 1));
        }
        texts.add(text.toString());
        return new TextPattern(texts, fields);
    }

    /**
     * The texts it stands for: one; or one for each item of a list that it holds; none when a placeholder has no value.
     */
    List<String> fill(Function<String, @Nullable FieldValue> fields) {
        if (names.isEmpty()) {
            return literals;
        }
        if (isOnePlaceholder()) {
            FieldValue value = fields.apply(names.get(0));
            return value == null ? List.of() : value.items();
        }
        int count = 1;
        for (String name : names) {
            FieldValue value = fields.apply(name);
            if (value == null || value.items().isEmpty()) {
                return List.of();
            }
            count = Math.max(count, value.items().size());
        }
        if (count == 1) {
            return List.of(fillOne(fields, 0));
        }
        List<String> texts = new ArrayList<>(count);
        for (int item = 0; item < count; item++) {
            texts.add(fillOne(fields, item));
        }
        return texts;
    }

    /** Whether it is a placeholder and nothing else, as most are. */
    private boolean isOnePlaceholder() {
        return names.size() == 1 && literals.get(0).isEmpty() && literals.get(1).isEmpty();
    }

    /** The text it mostly stands for, where it is a placeholder and nothing else. */
    @Nullable
    String usualText(Function<String, @Nullable String> defaults) {
        return isOnePlaceholder() ? defaults.apply(names.get(0)) : null;
    }

    private String fillOne(Function<String, @Nullable FieldValue> fields, int item) {
        StringBuilder text = new StringBuilder(64).append(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            text.append(textOf(names.get(i), fields, item)).append(literals.get(i + 1));
        }
        return text.toString();
    }

    private static String textOf(String name, Function<String, @Nullable FieldValue> fields, int item) {
        FieldValue value = fields.apply(name);
        if (value == null) {
            return "";
        }
        List<String> items = value.items();
        return items.get(Math.min(item, items.size() - 1));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            text.append("${").append(names.get(i)).append('}').append(literals.get(i + 1));
        }
        return text.toString();
    }
}
