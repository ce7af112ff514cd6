package io.sipwright.imports;

import io.sipwright.pjsip.Location;
import io.sipwright.template.ObjectSpec;
import java.util.List;

/**
 * A trunk or a SIP user that was found.
 *
 * @param <S> how it is described
 * @param spec what renders to sections of the same names, with the same effective options
 * @param sections where its sections begin
 * @param notes what a person should know about it, in sentences
 */
public record ImportedObject<S extends ObjectSpec>(S spec, List<Location> sections, List<String> notes) {

    public ImportedObject {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }
}
