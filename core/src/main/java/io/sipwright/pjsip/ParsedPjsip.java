package io.sipwright.pjsip;

import java.util.List;

/**
 * What Asterisk sees in a file: templates expanded, appended sections merged, includes followed.
 *
 * @param document the sections that are not templates, with all they inherit, and the comments
 * @param locations where each section of the document begins, in the same order
 * @param warnings what Asterisk would ignore
 */
public record ParsedPjsip(PjsipDocument document, List<Location> locations, List<ParseWarning> warnings) {

    public ParsedPjsip {
        locations = List.copyOf(locations);
        warnings = List.copyOf(warnings);
    }
}
