package io.sipwright.realtime;

/**
 * A file for Asterisk's configuration directory, or for that of ODBC.
 *
 * @param name of the file
 * @param text of it, which may hold a password
 */
public record GeneratedFile(String name, String text) {

    /** The name only; the text may hold a password. */
    @Override
    public String toString() {
        return name;
    }
}
