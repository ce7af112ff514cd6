package io.sipwright.target;

import java.util.List;

/**
 * Takes the rendering of one generation. An implementation either takes all of it or leaves everything as it was.
 * Thread-safe.
 */
public interface Target {

    /**
     * Replaces what was there by a new rendering.
     *
     * @param files each with all of its elements; they do not refer to each other
     * @throws TargetException if it can't be done; what was there before is still there, unless the exception says
     *     otherwise
     */
    WriteResult write(List<TargetFile> files);
}
