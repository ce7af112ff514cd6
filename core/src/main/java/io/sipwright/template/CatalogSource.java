package io.sipwright.template;

/**
 * Where templates were read from: a catalogue, which is versioned apart from the library; or a file or a directory that does
 * not say which catalogue it is.
 *
 * @param id name of the catalogue, that of the shipped one is {@code sipwright}; otherwise name of the file or directory
 * @param version as its makers count; empty where no catalogue is named
 * @param date day of the version, for example {@code 2026-11-22}; may be empty
 * @param description a sentence for people; may be empty
 * @param from file, directory or resource it was read from
 */
public record CatalogSource(String id, String version, String date, String description, String from) {

    /** {@code sipwright 2026.11.22}, or {@code our-carrier.json}. */
    @Override
    public String toString() {
        return version.isEmpty() ? id : id + " " + version;
    }
}
