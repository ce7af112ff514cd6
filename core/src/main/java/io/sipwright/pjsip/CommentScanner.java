package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the comments out of one line after the other: {@code ;} to the end of the line, and nestable blocks
 * {@code ;--} … {@code --;}. Follows {@code config_text_file_load} of Asterisk step by step, its oddities included: a
 * {@code --;} outside of any block makes the rest of the file a comment.
 */
final class CommentScanner {

    private static final int MAX_NESTING = 128;
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\x00-\\x1f\\x7f]");

    private int nesting;
    private int strayEndAt; // line of a "--;" outside of any block
    private final int[] openedAt = new int[MAX_NESTING];
    private final List<String> comments = new ArrayList<>();

    /** Line on which the block that is still open began; 0 when none is. */
    int openBlock() {
        return nesting == 0 ? 0 : nesting > 0 ? openedAt[nesting - 1] : strayEndAt;
    }

    /** The comments of the line given last to {@link #code}. */
    List<String> comments() {
        return comments;
    }

    /** What is left of a line: null when all of it is a comment. Unescapes semicolons. */
    @Nullable
    String code(String text, int lineNumber) {
        comments.clear();
        if (nesting == 0 && text.indexOf(';') < 0) {
            return text;
        }
        StringBuilder line = new StringBuilder(text);
        int codeFrom = nesting == 0 ? 0 : -1; // -1: no code on this line (yet)
        int codeEnd = -1; // where the code was cut off; -1: not cut
        int from = 0;
        int mark;
        while ((mark = line.indexOf(";", from)) >= 0) {
            if (mark > from && line.charAt(mark - 1) == '\\') {
                line.deleteCharAt(mark - 1);
                from = mark;
            } else if (opensBlock(line, mark)) {
                from = mark + 3;
                if (nesting < MAX_NESTING) {
                    if (codeFrom >= 0 && codeEnd < 0) {
                        codeEnd = mark;
                    }
                    if (nesting >= 0) {
                        openedAt[nesting] = lineNumber;
                    }
                    nesting++;
                }
            } else if (mark >= from + 2 && line.charAt(mark - 1) == '-' && line.charAt(mark - 2) == '-') {
                strayEndAt = nesting == 0 ? lineNumber : strayEndAt;
                nesting--;
                if (nesting == 0) {
                    int blockFrom = codeEnd >= 0 ? codeEnd : 0;
                    keepBlock(line.substring(blockFrom, mark + 1));
                    if (codeFrom >= 0 && codeEnd >= 0) {
                        line.delete(codeEnd, mark + 1);
                        from = codeEnd;
                        codeEnd = -1;
                        continue;
                    }
                    codeFrom = codeFrom >= 0 ? codeFrom : mark + 1;
                }
                from = mark + 1;
            } else if (nesting == 0) {
                keep(line.substring(mark + 1));
                line.setLength(mark);
                break;
            } else {
                from = mark + 1;
            }
        }
        if (nesting != 0) {
            keepBlock(line.substring(codeEnd >= 0 ? codeEnd : codeFrom >= 0 ? line.length() : 0));
        }
        if (codeFrom < 0) {
            return null;
        }
        return line.substring(codeFrom, codeEnd >= 0 ? codeEnd : line.length());
    }

    private static boolean opensBlock(StringBuilder line, int mark) {
        return line.length() > mark + 2
                && line.charAt(mark + 1) == '-'
                && line.charAt(mark + 2) == '-'
                && !(line.length() > mark + 3 && line.charAt(mark + 3) == '-');
    }

    private void keepBlock(String text) {
        keep(text.replaceFirst("^;--", "").replaceFirst("--;$", ""));
    }

    /** Keeps a comment as text that can be written again. */
    private void keep(String text) {
        String clean = Blanks.strip(CONTROL_CHARACTER.matcher(text).replaceAll(" "));
        if (!clean.isEmpty()) {
            comments.add(clean);
        }
    }
}
