package io.sipwright.template;

/**
 * A catalogue that templates were read from. It is versioned apart from the library.
 *
 * @param id name of the catalogue; that of the shipped one is {@code sipwright}
 * @param version as its makers count
 * @param date day of the version, for example {@code 2026-11-22}; may be empty
 * @param description a sentence for people; may be empty
 * @param from file, directory or resource it was read from
 */
public record CatalogSource(String id, String version, String date, String description, String from) {

    /** {@code sipwright 2026.11.22}. */
    @Override
    public String toString() {
        return id + " " + version;
    }
}
