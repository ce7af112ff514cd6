package io.sipwright.pjsip;

import java.io.IOException;
import java.util.List;

/**
 * Finds the files that an {@code #include} or {@code #tryinclude} names. The parser itself never opens a file.
 */
@FunctionalInterface
public interface IncludeResolver {

    /** An included file: the name for messages, and its bytes. */
    record Included(String name, byte[] content) {}

    /**
     * The files for a name as written, which may be relative, absolute or a glob; in the order Asterisk reads them
     * (sorted). Empty when there is none: an error for {@code #include}, nothing for {@code #tryinclude}.
     *
     * @throws IOException if a file is there but can't be read
     */
    List<Included> resolve(String name) throws IOException;

    /** Knows no files: every {@code #include} is an error. */
    static IncludeResolver none() {
        return name -> List.of();
    }
}
