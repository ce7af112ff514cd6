package io.sipwright.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A directory as a test looks at it. */
record ConfigDirectory(Path path) {

    /** All names, sorted, those with a dot as well. */
    List<String> names() {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> temporaryFiles() {
        return names().stream().filter(name -> name.contains(".tmp")).toList();
    }

    String text(String name) {
        try {
            return Files.readString(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes into the file that is there, as an editor may do. */
    void edit(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String mode(String name) {
        return PosixFilePermissions.toString(attribute(name, "posix:permissions"));
    }

    Object inode(String name) {
        return attribute(name, "unix:ino");
    }

    FileTime modified(String name) {
        return attribute(name, "lastModifiedTime");
    }

    @SuppressWarnings("unchecked") // the type belongs to the name of the attribute
    private <T> T attribute(String name, String attribute) {
        try {
            return (T) Files.getAttribute(path.resolve(name), attribute, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
