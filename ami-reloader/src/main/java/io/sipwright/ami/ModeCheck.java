package io.sipwright.ami;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Predicate;

/** Who may read and write the directory and our files. */
final class ModeCheck {
    private final Path directory;
    private final Predicate<Path> writable;

    /** Takes the question whether this process may write, which root always may. */
    ModeCheck(Path directory, Predicate<Path> writable) {
        this.directory = directory;
        this.writable = writable;
    }

    void run(Diagnosis diagnosis) {
        if (!writable.test(directory)) {
            diagnosis.error(
                    "directory-not-writable",
                    "This process may not write into " + directory + ", where files are replaced by renaming",
                    "Give its user or group the right to write there, for example 'chgrp' and 'chmod g+w'.");
        }
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(directory);
            if (mode.contains(PosixFilePermission.OTHERS_WRITE)) {
                diagnosis.error(
                        "directory-open",
                        "Everyone may write into " + directory + ", and so put in files of their own",
                        "chmod o-w " + directory);
            }
            for (String name : ConfigTree.OUR_NAMES) {
                Path file = directory.resolve(name);
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    file(file, diagnosis);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            diagnosis.advice(
                    "modes-unknown",
                    "The modes of " + directory + " and its files cannot be read",
                    "Look at them by hand: the files hold passwords, and should have the mode 0640.");
        }
    }

    private static void file(Path file, Diagnosis diagnosis) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
        Set<PosixFilePermission> mode = attributes.permissions();
        if (mode.contains(PosixFilePermission.OTHERS_READ) || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
            diagnosis.error(
                    "file-open",
                    file.getFileName() + " has the mode " + PosixFilePermissions.toString(mode)
                            + ", and holds passwords: everyone on this machine has access",
                    "chmod o-rwx " + file);
        }
    }
}
