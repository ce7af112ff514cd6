package io.sipwright.imports;

import java.nio.file.Path;

/** Takes a configuration over, and writes what becomes of it. */
@FunctionalInterface
interface Importing {

    /**
     * Imports a configuration, renders what was imported, and adds what was left alone.
     *
     * @param configuration a directory with {@code pjsip.conf} and what belongs to it; only read
     * @param target an empty directory
     * @return the directory with the {@code pjsip.conf} to load
     */
    Path importInto(Path configuration, Path target);
}
