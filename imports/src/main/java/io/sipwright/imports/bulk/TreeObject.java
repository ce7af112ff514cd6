package io.sipwright.imports.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads one object of JSON or YAML, member by member. Not thread-safe. */
final class TreeObject {

    private final TreeTokens tokens;
    private final BulkLimits limits;
    private final BulkProblems problems;

    TreeObject(TreeTokens tokens, BulkLimits limits, BulkProblems problems) {
        this.tokens = tokens;
        this.limits = limits;
        this.problems = problems;
    }

    /** Reads the rest of an object that has begun. */
    BulkObject read() {
        BulkObject object = new BulkObject(tokens.line());
        Set<String> seen = new HashSet<>();
        while (tokens.next() == JsonToken.PROPERTY_NAME) {
            String name = tokens.text();
            int line = tokens.line();
            tokens.next();
            if (!seen.add(name)) {
                wrong(object, line, name, "member.twice", "Stands twice in the object.");
                tokens.skip();
            } else if (seen.size() > limits.fields()) {
                if (seen.size() == limits.fields() + 1) {
                    wrong(object, line, "", "members.too_many", "At most " + limits.fields() + " members.");
                }
                seen.remove(name);
                tokens.skip();
            } else {
                object.at(name, line);
                Object value = name.equals(BulkMembers.OVERRIDES) ? tree(object) : value(object, name, line);
                if (value != null) {
                    object.put(name, value);
                }
            }
        }
        return object;
    }

    /** A text or a list of texts; null for nothing, and for what was found wrong. */
    private @Nullable Object value(BulkObject object, String name, int line) {
        JsonToken token = tokens.current();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token.isScalarValue()) {
            return scalar(object, name, line);
        }
        if (token == JsonToken.START_ARRAY) {
            return list(object, name, line);
        }
        tokens.skip();
        wrong(object, line, name, "field.not_text", "Expected a text, a number, true or false, or a list of those.");
        return null;
    }

    private @Nullable List<String> list(BulkObject object, String name, int line) {
        List<String> items = new ArrayList<>();
        boolean good = true;
        while (tokens.next() != JsonToken.END_ARRAY) {
            boolean text = tokens.current().isScalarValue() && tokens.current() != JsonToken.VALUE_NULL;
            if (text && items.size() < limits.fields()) {
                items.add(scalar(object, name, line));
            } else {
                good = false;
                tokens.skip();
            }
        }
        if (!good) {
            wrong(object, line, name, "field.not_text", "Expected a list of texts, at most " + limits.fields() + ".");
        }
        return good ? items : null;
    }

    /** Numbers keep their digits; what was a number with an exponent no longer has them. */
    private String scalar(BulkObject object, String name, int line) {
        String text = tokens.text();
        if (tokens.current().isNumeric() && !name.equals(BulkMembers.NOTES)) {
            SpreadsheetTrace trace = SpreadsheetTrace.SHORTENED;
            if (text.indexOf('e') > 0 || text.indexOf('E') > 0) {
                wrong(object, line, name, trace.code(), "A number with an exponent. Write all digits, in quotes.");
            }
        }
        return text;
    }

    /** What overrides hold, whatever it is. */
    private @Nullable Object tree(BulkObject object) {
        JsonToken token = tokens.current();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            while (tokens.next() == JsonToken.PROPERTY_NAME) {
                String name = tokens.text();
                tokens.next();
                int line = tokens.line();
                if (map.containsKey(name)) {
                    wrong(object, line, BulkMembers.OVERRIDES, "member.twice", "'" + shown(name) + "' stands twice.");
                }
                map.put(name, tree(object));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> list = new ArrayList<>();
            while (tokens.next() != JsonToken.END_ARRAY) {
                list.add(tree(object));
            }
            return list;
        }
        return token == JsonToken.VALUE_NULL ? null : tokens.text();
    }

    private void wrong(BulkObject object, int line, String name, String code, String message) {
        object.note(problems.row(line, shown(name), code, message));
    }

    /** A name as it can be shown. */
    static String shown(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
