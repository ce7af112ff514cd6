package io.sipwright.target;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes renames in a directory outlive a power cut. */
final class DurableDirectory {

    private DurableDirectory() {}

    static void sync(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new TargetException(
                    "The new files are in " + directory
                            + ", but it is not known whether they would outlive a power cut",
                    e);
        }
    }
}
