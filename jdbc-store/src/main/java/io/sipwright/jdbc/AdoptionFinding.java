package io.sipwright.jdbc;

/**
 * Something to know about a database before it is adopted.
 *
 * @param blocks whether it must be mended first
 * @param table it is in
 * @param subject name of a row, a template, a constraint or a trigger
 * @param message what is the matter
 * @param remedy what to do, often a statement
 */
public record AdoptionFinding(boolean blocks, String table, String subject, String message, String remedy) {

    @Override
    public String toString() {
        return (blocks ? "must be mended: " : "to know: ") + table + " '" + subject + "': " + message + " " + remedy;
    }
}
