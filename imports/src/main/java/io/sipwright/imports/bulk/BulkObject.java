package io.sipwright.imports.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object as it stands in a file, member by member. Not thread-safe.
 *
 * <p>A value is a text, a list of texts, or what {@code overrides} holds: maps, lists, texts and nulls.
 */
final class BulkObject {

    private final int line;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<BulkProblem> problems = new ArrayList<>();

    BulkObject(int line) {
        this.line = line;
    }

    /** Notes that something is wrong with it. */
    void note(BulkProblem problem) {
        problems.add(problem);
    }

    /** What was found wrong while it was read. */
    List<BulkProblem> problems() {
        return problems;
    }

    /** Where it begins. */
    int line() {
        return line;
    }

    /** The line of a member. */
    int line(String member) {
        return lines.getOrDefault(member, line);
    }

    void put(String member, Object value) {
        members.put(member, value);
    }

    /** Notes where a member stands that does not stand in the first line. */
    void at(String member, int memberLine) {
        if (memberLine != line) {
            lines.put(member, memberLine);
        }
    }

    Set<String> names() {
        return members.keySet();
    }

    @Nullable
    Object take(String member) {
        return members.remove(member);
    }

    /** Puts a value that was taken under another name. */
    void rename(String before, String after, Object value) {
        members.put(after, value);
        Integer memberLine = lines.remove(before);
        if (memberLine != null) {
            lines.put(after, memberLine);
        }
    }

    /** What was not taken. */
    Map<String, Object> left() {
        return members;
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "object in line " + line;
    }
}
