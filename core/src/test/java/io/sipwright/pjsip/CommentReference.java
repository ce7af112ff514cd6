package io.sipwright.pjsip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A second implementation of how Asterisk takes comments out of a line: its C code, pointer by pointer and byte by byte,
 * with the loads, NULs and moves of the original. Slow and plain on purpose, to be compared with the real one.
 */
final class CommentReference {

    private static final int MAX_NESTED_COMMENTS = 128;
    private static final int NULL = -1;

    private int comment;
    private byte[] buf = new byte[0];

    /** Whether a block is open, or more were closed than opened. */
    boolean inComment() {
        return comment != 0;
    }

    /** The statement on a line as ISO 8859-1, stripped; empty when there is none. */
    String statement(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        buf = Arrays.copyOf(bytes, bytes.length + 8); // NULs behind
        buf[bytes.length] = '\n';
        int newBuf = 0;
        int processBuf = comment != 0 ? NULL : 0;
        int commentP;
        while ((commentP = strchr(newBuf, ';')) != NULL) {
            if (commentP > newBuf && buf[commentP - 1] == '\\') {
                newBuf = commentP;
                memmove(commentP - 1, commentP, strlen(commentP) + 1);
            } else if (buf[commentP + 1] == '-' && buf[commentP + 2] == '-' && buf[commentP + 3] != '-') {
                if (comment >= MAX_NESTED_COMMENTS) {
                    throw new IllegalStateException("Asterisk would loop here for ever");
                }
                buf[commentP] = 0;
                newBuf = commentP + 3;
                comment++;
            } else if (commentP >= newBuf + 2 && buf[commentP - 1] == '-' && buf[commentP - 2] == '-') {
                comment--;
                newBuf = commentP + 1;
                if (comment == 0) {
                    if (processBuf != NULL) {
                        int oldptr = processBuf + strlen(processBuf);
                        memmove(oldptr, newBuf, strlen(newBuf) + 1);
                        newBuf = oldptr;
                    } else {
                        processBuf = newBuf;
                    }
                }
            } else if (comment == 0) {
                while (commentP > newBuf && isspace(buf[commentP - 1])) {
                    commentP--;
                }
                if (commentP != newBuf && buf[commentP] == ' ' && buf[commentP + 1] == ' ') {
                    commentP += 2;
                }
                buf[commentP] = 0;
                newBuf = commentP;
            } else {
                newBuf = commentP + 1;
            }
        }
        return processBuf == NULL ? "" : astStrip(processBuf);
    }

    private int strlen(int from) {
        int end = from;
        while (buf[end] != 0) {
            end++;
        }
        return end - from;
    }

    private int strchr(int from, char c) {
        for (int at = from; buf[at] != 0; at++) {
            if (buf[at] == c) {
                return at;
            }
        }
        return NULL;
    }

    private void memmove(int to, int from, int count) {
        System.arraycopy(buf, from, buf, to, count);
    }

    private static boolean isspace(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }

    private String astStrip(int start) {
        int from = start;
        int to = start + strlen(start);
        while (from < to && (buf[from] & 0xFF) < 33) {
            from++;
        }
        while (to > from && (buf[to - 1] & 0xFF) < 33) {
            to--;
        }
        return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
