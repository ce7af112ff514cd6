package io.sipwright.target;

import io.sipwright.pjsip.PjsipElement;
import java.util.List;

/**
 * A file as someone else has left it.
 *
 * @param name of the file
 * @param digest of its bytes, in hexadecimal digits
 * @param elements that it consists of
 */
public record EditedFile(String name, String digest, List<PjsipElement> elements) {

    public EditedFile {
        elements = List.copyOf(elements);
    }
}
