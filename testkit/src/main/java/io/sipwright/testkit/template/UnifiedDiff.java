package io.sipwright.testkit.template;

import java.util.ArrayList;
import java.util.List;

/** The difference between two texts, as {@code diff -u} shows it. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;

    /** A line, and whether it is in both texts ({@code ' '}), the first alone or the second alone. */
    private record Line(char sign, String text) {}

    private final List<Line> lines = new ArrayList<>();

    private UnifiedDiff(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new Line(' ', before.get(i++)));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line('-', before.get(i++)));
            } else {
                lines.add(new Line('+', after.get(j++)));
            }
        }
    }

    /** Empty for texts with the same lines. */
    static String of(String beforeName, String before, String afterName, String after) {
        UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
        String hunks = diff.hunks();
        return hunks.isEmpty() ? "" : "--- " + beforeName + "\n+++ " + afterName + "\n" + hunks;
    }

    /** A text that does not end with a line feed differs from one that does. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        } else {
            lines.add("\\ No newline at end of file");
        }
        return lines;
    }

    /** For each rest of both, how many lines they have in common at most. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private String hunks() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while ((at = next(at)) < lines.size()) {
            int from = Math.max(0, at - CONTEXT);
            int last = at;
            for (int next = next(last + 1);
                    next < lines.size() && next - last <= 2 * CONTEXT + 1;
                    next = next(last + 1)) {
                last = next;
            }
            int to = Math.min(lines.size(), last + CONTEXT + 1);
            text.append("@@ -").append(range(from, to, '+')).append(" +").append(range(from, to, '-'));
            text.append(" @@\n");
            lines.subList(from, to)
                    .forEach(line -> text.append(line.sign).append(line.text).append('\n'));
            at = to;
        }
        return text.toString();
    }

    /** The next line that is not in both. */
    private int next(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).sign == ' ') {
            at++;
        }
        return at;
    }

    /** First line and number of lines in the text that lacks those of a sign. */
    private String range(int from, int to, char lacking) {
        long before = lines.subList(0, from).stream()
                .filter(line -> line.sign != lacking)
                .count();
        long count = lines.subList(from, to).stream()
                .filter(line -> line.sign != lacking)
                .count();
        return (count == 0 ? before : before + 1) + "," + count;
    }
}
