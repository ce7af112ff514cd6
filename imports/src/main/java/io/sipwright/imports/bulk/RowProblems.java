package io.sipwright.imports.bulk;

import io.sipwright.error.Suggestion;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what the library found wrong with the objects of a file in the words of the file: lines and columns.
 *
 * @param file its name
 * @param path that violations begin with: {@code users} or {@code trunks}
 * @param entries in the order in which violations count them
 * @param overridesArePrefixed whether overrides are members of {@code overrides}, and not columns
 */
record RowProblems(
        String file,
        String path,
        List<? extends BulkEntry<?>> entries,
        BulkMembers members,
        boolean overridesArePrefixed) {

    private static final Pattern PLACE = Pattern.compile("\\w+\\[(\\d+)]");

    /** All that is wrong with an entry: what was found while reading, and of the rest what has a field of its own. */
    List<BulkProblem> of(int index, Collection<Violation> violations) {
        BulkObject source = entries.get(index).source();
        List<BulkProblem> problems = new ArrayList<>(source.problems());
        Set<String> told = new HashSet<>();
        problems.forEach(problem -> told.add(problem.field()));
        String prefix = path + "[" + index + "].";
        for (Violation violation : violations) {
            if (violation.path().startsWith(prefix)) {
                String field = field(violation.path().substring(prefix.length()));
                if (!field.equals(BulkEntry.POISON) && !told.contains(TreeObject.shown(field))) {
                    problems.add(problem(source, field, violation));
                }
            }
        }
        return problems;
    }

    private String field(String violated) {
        if (violated.equals("name")) {
            return members.name();
        }
        String prefix = BulkMembers.OVERRIDES + ".";
        return !overridesArePrefixed && violated.startsWith(prefix) ? violated.substring(prefix.length()) : violated;
    }

    private BulkProblem problem(BulkObject source, String field, Violation violation) {
        String message = violation.message();
        if (violation.code().equals("name.twice")) {
            Matcher place = PLACE.matcher(message);
            message = place.replaceFirst(found -> "line "
                    + entries.get(Integer.parseInt(found.group(1))).source().line());
        } else if (violation.code().equals("field.unknown") && !message.contains("?")) {
            message += Suggestion.sentence(TreeObject.shown(field), members.own());
        }
        int line =
                field.startsWith(BulkMembers.OVERRIDES + ".") ? source.line(BulkMembers.OVERRIDES) : source.line(field);
        String clean = message.replaceAll("\\p{Cntrl}", " ");
        return new BulkProblem(file, line, TreeObject.shown(field), violation.code(), clean);
    }
}
