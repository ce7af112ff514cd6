package io.sipwright.target;

import io.sipwright.pjsip.PjsipElement;
import java.util.function.Consumer;

/**
 * A file to be written.
 *
 * @param name without a path
 * @param content hands over all elements in order, the same each time it is asked
 * @param expectedToDiffer whether it most likely differs from what is there, so that to render it once only to find that
 *     out is a waste; nothing but time depends on it
 */
public record TargetFile(String name, Content content, boolean expectedToDiffer) {

    public TargetFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("A file is named by letters, digits, '.', '_' and '-', without a path");
        }
    }

    /** A file that may well be there as it is wanted. */
    public TargetFile(String name, Content content) {
        this(name, content, false);
    }

    /** Elements that are made one after the other, so that a large file needs no memory. */
    @FunctionalInterface
    public interface Content {

        void forEach(Consumer<? super PjsipElement> elements);
    }
}
