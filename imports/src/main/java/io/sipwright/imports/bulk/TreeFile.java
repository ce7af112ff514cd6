package io.sipwright.imports.bulk;

import io.sipwright.error.Suggestion;
import io.sipwright.store.ObjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads JSON or YAML: an array of objects, or one for each kind. Not thread-safe. */
final class TreeFile {

    private static final String TRUNKS = "trunks";
    private static final String USERS = "users";

    private final TreeTokens tokens;
    private final BulkReading reading;
    private final BulkProblems problems;
    private final TreeObject objects;

    TreeFile(TreeTokens tokens, BulkReading reading) {
        this.tokens = tokens;
        this.reading = reading;
        this.problems = reading.problems();
        this.objects = new TreeObject(tokens, reading.limits(), problems);
    }

    void read(@Nullable ObjectKind expected) {
        JsonToken first = tokens.next();
        boolean whole = true;
        if (first == null) {
            problems.file(0, "", "file.empty", "The file is empty.");
        } else if (first == JsonToken.START_ARRAY) {
            whole = rows(expected);
        } else if (first == JsonToken.START_OBJECT) {
            whole = kinds(expected);
        } else {
            problems.file(tokens.line(), "", "file.form", "Expected an array of objects, or 'trunks' and 'users'.");
            whole = false;
        }
        if (whole && tokens.next() != null) {
            problems.file(tokens.line(), "", "file.more", "More behind the end of the array or object.");
        }
    }

    private boolean kinds(@Nullable ObjectKind expected) {
        while (tokens.next() == JsonToken.PROPERTY_NAME) {
            String name = tokens.text();
            int line = tokens.line();
            JsonToken value = tokens.next();
            ObjectKind kind = name.equals(TRUNKS) ? ObjectKind.TRUNK : name.equals(USERS) ? ObjectKind.USER : null;
            if (kind == null) {
                String shown = TreeObject.shown(name);
                String suggestion = Suggestion.sentence(shown, List.of(TRUNKS, USERS));
                problems.file(line, shown, "member.unknown", "Expected 'trunks' and 'users'." + suggestion);
                tokens.skip();
            } else if (expected != null && kind != expected) {
                problems.file(line, name, "file.other_kind", "Only " + title(expected) + " are asked for.");
                tokens.skip();
            } else if (value == JsonToken.START_ARRAY) {
                if (!rows(kind)) {
                    return false;
                }
            } else if (value != JsonToken.VALUE_NULL) {
                problems.file(line, name, "field.not_array", "Expected an array of objects.");
                tokens.skip();
            }
        }
        return true;
    }

    private static String title(ObjectKind kind) {
        return kind == ObjectKind.TRUNK ? TRUNKS : USERS;
    }

    /** Reads the rest of an array; answers whether to read on. */
    private boolean rows(@Nullable ObjectKind kind) {
        boolean more = true;
        for (JsonToken token = tokens.next(); more && token != JsonToken.END_ARRAY; ) {
            int line = tokens.line();
            if (token == JsonToken.START_OBJECT) {
                more = row(kind, objects.read());
            } else {
                problems.row(line, "", "field.not_object", "Expected an object.");
                tokens.skip();
                more = reading.rejected(line);
            }
            token = more ? tokens.next() : token;
        }
        return more;
    }

    private boolean row(@Nullable ObjectKind expected, BulkObject object) {
        ObjectKind kind =
                expected != null ? expected : BulkMembers.kindOf(object.names()).orElse(null);
        if (kind == null) {
            problems.row(
                    object.line(),
                    "",
                    "object.kind_unknown",
                    "Neither a user, which has a 'username', nor a trunk, which has a 'trunk_name'.");
            return reading.rejected(object.line());
        }
        return reading.add(kind, object);
    }
}
