package io.sipwright.target;

import io.sipwright.pjsip.PjsipElement;
import java.util.function.Consumer;

/**
 * A file to be written.
 *
 * @param name without a path
 * @param content hands over all elements in order, the same each time it is asked
 */
public record TargetFile(String name, Content content) {

    public TargetFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("A file is named by letters, digits, '.', '_' and '-', without a path");
        }
    }

    /** Elements that are made one after the other, so that a large file needs no memory. */
    @FunctionalInterface
    public interface Content {

        void forEach(Consumer<? super PjsipElement> elements);
    }
}
