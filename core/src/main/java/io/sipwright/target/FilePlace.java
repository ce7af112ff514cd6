package io.sipwright.target;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file and those that accompany it. Their names begin with a dot, so that no include of {@code *.conf} finds them.
 *
 * @param disk where all of them are
 * @param directory of all of them
 * @param name of the configuration file
 * @param mode of all of them
 * @param group of all of them; null for that of the file replaced
 */
record FilePlace(
        Disk disk,
        Path directory,
        String name,
        Set<PosixFilePermission> mode,
        @Nullable String group) {

    Path file() {
        return directory.resolve(name);
    }

    /** What was seen running last. */
    Path lastKnownGood() {
        return directory.resolve("." + name + ".lkg");
    }

    /** What someone else had made of the file when it was replaced. */
    Path edited() {
        return directory.resolve("." + name + ".edited");
    }

    /** The hashes of what was written last. */
    Path record() {
        return directory.resolve("." + name + ".written");
    }

    /** Beginning of the names of temporary files. */
    String temporaryPrefix() {
        return "." + name + ".tmp-";
    }
}
