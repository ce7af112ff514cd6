package io.sipwright.ami;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether our files can be replaced by renaming. */
final class PlaceCheck {
    /** What is mounted where, on Linux: the fifth word of each line. */
    static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    private static final int MOUNT_POINT = 4;

    private final Path directory;
    private final Path mounts;

    PlaceCheck(Path directory, Path mounts) {
        this.directory = directory;
        this.mounts = mounts;
    }

    void run(Diagnosis diagnosis) {
        List<String> points = points();
        for (String name : ConfigTree.OUR_NAMES) {
            Path file = directory.resolve(name);
            if (Files.isSymbolicLink(file)) {
                diagnosis.error(
                        "file-is-link",
                        name + " is a link, which is neither followed nor replaced: it is not written",
                        "Remove the link, and write to the directory that it leads to.");
            } else if (Files.isDirectory(file)) {
                diagnosis.error("file-is-directory", name + " is a directory", "Remove it: a file has to be there.");
            }
            if (points.contains(file.toString())) {
                diagnosis.error(
                        "file-is-mounted",
                        name + " is mounted by itself, and can so not be replaced",
                        "Mount its directory in place of the file.");
            }
        }
    }

    private List<String> points() {
        try {
            return Files.readAllLines(mounts).stream()
                    .map(line -> line.split(" ", -1))
                    .filter(words -> words.length > MOUNT_POINT)
                    .map(words -> words[MOUNT_POINT].replace("\\040", " "))
                    .toList();
        } catch (IOException e) {
            return List.of(); // another system, which has no such mounts
        }
    }
}
