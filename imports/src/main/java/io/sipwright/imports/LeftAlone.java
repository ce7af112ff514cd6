package io.sipwright.imports;

import io.sipwright.pjsip.Location;

/**
 * A section that was not taken over.
 *
 * @param location where it begins
 * @param title its type and name
 * @param reason why, in a sentence
 */
public record LeftAlone(Location location, String title, String reason) {

    @Override
    public String toString() {
        return location + ": " + title + ": " + reason;
    }
}
