package io.sipwright.imports.bulk;

/**
 * One thing that is wrong with a bulk file. Quotes no secret.
 *
 * @param file name of the file
 * @param line where the row begins in CSV, where the member stands in JSON and YAML; from 1 on, 0 for the file as a whole
 * @param field name of the column or member; empty for the row as a whole
 * @param code for programs; of what the library found, that of the {@link io.sipwright.validation.Violation}
 * @param message for people
 */
public record BulkProblem(String file, int line, String field, String code, String message) {

    /** {@code users.csv:5: secret: Too short: at least 8 characters.} */
    @Override
    public String toString() {
        return file + ":" + (line == 0 ? "" : line + ":") + " " + (field.isEmpty() ? "" : field + ": ") + message;
    }
}
