package io.sipwright.imports.bulk;

import java.util.Locale;
import java.util.Optional;

/** How a bulk file is written. */
public enum BulkFormat {
    /** A header with the names of the columns, then a row for each object; comma, semicolon or tab between. */
    CSV,
    /** An array of objects, or {@code {"trunks": […], "users": […]}}. */
    JSON,
    /** The same as in JSON, without tags and aliases. */
    YAML;

    /** By the end of a file's name. */
    public static Optional<BulkFormat> ofFile(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (end) {
            case "csv", "tsv", "tab" -> Optional.of(CSV);
            case "json" -> Optional.of(JSON);
            case "yaml", "yml" -> Optional.of(YAML);
            default -> Optional.empty();
        };
    }
}
