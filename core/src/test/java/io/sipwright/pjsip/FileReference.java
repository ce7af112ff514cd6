package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A second implementation of what Asterisk makes of the statements of one file, after its C code: linked categories of
 * variables, searched from the front each time. No includes; ASCII only.
 */
final class FileReference {

    private static final class Variable {
        final String name;
        final String value;

        Variable(String name, String value) {
            this.name = name;
            this.value = value;
        }
    }

    private static final class Category {
        final String name;
        boolean ignored;
        final List<Variable> variables = new ArrayList<>();

        Category(String name) {
            this.name = name;
        }
    }

    private static final class ParseError extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final List<Category> categories = new ArrayList<>();
    private Category cat;

    /** The sections as {@code [name]} and {@code name=value} lines, or null where the file is invalid. */
    static List<String> read(List<String> lines) {
        var comments = new CommentReference();
        var file = new FileReference();
        try {
            for (String line : lines) {
                String statement = comments.statement(line);
                if (!statement.isEmpty()) {
                    file.processTextLine(statement);
                }
            }
        } catch (ParseError e) {
            return null;
        }
        return comments.inComment() ? null : file.listing();
    }

    private List<String> listing() {
        List<String> listing = new ArrayList<>();
        for (Category category : categories) {
            if (!category.ignored) {
                listing.add("[" + category.name + "]");
                category.variables.forEach(v -> listing.add(v.name + "=" + v.value));
            }
        }
        return listing;
    }

    private void processTextLine(String cur) throws ParseError {
        if (cur.charAt(0) == '[') {
            header(cur);
        } else if (cur.charAt(0) != '#') {
            variable(cur);
        }
    }

    private void header(String cur) throws ParseError {
        int close = cur.indexOf(']');
        if (close < 0) {
            throw new ParseError();
        }
        Category newcat = new Category(cur.substring(1, close));
        String catname = newcat.name;
        cat = newcat;
        if (close + 1 < cur.length() && cur.charAt(close + 1) == '(') {
            int end = cur.indexOf(')', close + 2);
            if (end < 0) {
                throw new ParseError();
            }
            for (String modifier : cur.substring(close + 2, end).split(",", -1)) {
                if (modifier.equals("!")) {
                    cat.ignored = true;
                } else if (modifier.startsWith("+")) {
                    cat = get(catname, modifier.substring(1));
                    if (newcat != null) {
                        cat.ignored |= newcat.ignored;
                        cat.variables.addAll(newcat.variables);
                        newcat = null;
                    }
                } else {
                    Category base = get(modifier, "TEMPLATES=include");
                    if (base == cat) {
                        throw new ParseError(); // there Asterisk goes round for ever
                    }
                    cat.variables.addAll(base.variables);
                }
            }
        }
        if (newcat != null) {
            categories.add(newcat);
        }
    }

    private Category get(String name, String filter) throws ParseError {
        for (Category category : categories) {
            if ((name.isEmpty() || category.name.equalsIgnoreCase(name)) && matches(category, filter)) {
                return category;
            }
        }
        throw new ParseError();
    }

    /** One condition only, and its regular expressions without special characters. */
    private static boolean matches(Category category, String filter) {
        if (filter.isEmpty()) {
            return !category.ignored;
        }
        if (filter.equals("TEMPLATES=include")) {
            return true;
        }
        String[] sides = filter.split("=", 2);
        return !category.ignored
                && category.variables.stream().anyMatch(v -> v.name.contains(sides[0]) && v.value.contains(sides[1]));
    }

    private void variable(String line) throws ParseError {
        if (cat == null) {
            throw new ParseError();
        }
        String cur = line;
        int escaped = cur.charAt(0) == '\\' ? 1 : 0;
        if (escaped == 1) {
            cur = cur.substring(1);
            if (cur.isEmpty() || cur.charAt(0) < 33) {
                throw new ParseError();
            }
        }
        int c = cur.indexOf('=', escaped);
        if (c < 0) {
            return;
        }
        if (c > escaped && cur.charAt(c - 1) == '+') {
            append(cur.substring(0, c - 1).trim(), cur.substring(c + 1));
        } else {
            String value = cur.substring(c + 1);
            set(cur.substring(0, c).trim(), value.startsWith(">") ? value.substring(1) : value);
        }
    }

    private void set(String name, String value) {
        if (!name.isEmpty()) {
            cat.variables.add(new Variable(name, value.trim()));
        }
    }

    private void append(String name, String text) {
        Variable replace = null;
        for (Variable variable : cat.variables) {
            replace = variable.name.equals(name) ? variable : replace;
        }
        if (replace == null) {
            set(name, text);
            return;
        }
        // The one replaced is looked up again, by name and old value, both without regard to case.
        int first = -1;
        for (int i = 0; first < 0 && i < cat.variables.size(); i++) {
            Variable variable = cat.variables.get(i);
            if (lower(variable.name).equals(lower(name))
                    && (replace.value.isEmpty() || lower(variable.value).equals(lower(replace.value)))) {
                first = i;
            }
        }
        cat.variables.set(first, new Variable(name, (replace.value + text).trim()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
