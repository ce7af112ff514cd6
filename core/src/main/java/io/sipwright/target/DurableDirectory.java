package io.sipwright.target;

import java.io.IOException;
import java.nio.file.Path;

/** Makes renames in a directory outlive a power cut. */
final class DurableDirectory {

    private DurableDirectory() {}

    static void sync(Disk disk, Path directory) {
        try {
            disk.sync(directory);
        } catch (IOException e) {
            throw new TargetException(
                    "The new files are in " + directory
                            + ", but it is not known whether they would outlive a power cut",
                    e);
        }
    }
}
