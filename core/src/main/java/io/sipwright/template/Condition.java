package io.sipwright.template;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a section, an option or a value applies. All terms must hold; each is {@code field} (filled in, and not the
 * answer no), {@code !field}, {@code field=value} or {@code field!=value}.
 */
record Condition(List<Term> terms) {

    static final Condition ALWAYS = new Condition(List.of());

    private static final Pattern TERM = Pattern.compile("(!?)([a-z][a-z0-9_]*)|([a-z][a-z0-9_]*)(!?)=([^=]*)");

    Condition {
        terms = List.copyOf(terms);
    }

    /** One term; without a value it asks whether the field is filled in. */
    record Term(String field, boolean negated, @Nullable String value) {

        boolean holds(Function<String, @Nullable FieldValue> fields) {
            FieldValue given = fields.apply(field);
            boolean holds = value == null
                    ? given != null && !given.items().isEmpty() && given != FieldValue.NO
                    : given != null && given.text().equals(value);
            return holds != negated;
        }

        /** Whether it asks that a field is not filled in. */
        boolean isAbsence() {
            return negated && value == null;
        }

        @Override
        public String toString() {
            return value == null ? (negated ? "!" : "") + field : field + (negated ? "!=" : "=") + value;
        }
    }

    /** The term a text stands for, or null when it is none. */
    static @Nullable Term term(String text) {
        Matcher matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String presence = matcher.group(2);
        return presence != null
                ? new Term(presence, !matcher.group(1).isEmpty(), null)
                : new Term(matcher.group(3), !matcher.group(4).isEmpty(), matcher.group(5));
    }

    boolean holds(Function<String, @Nullable FieldValue> fields) {
        for (Term term : terms) {
            if (!term.holds(fields)) {
                return false;
            }
        }
        return true;
    }

    Set<String> fields() {
        return terms.stream().map(Term::field).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(" and "));
    }
}
