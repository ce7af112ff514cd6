package io.sipwright.target;

import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** What a {@link SimulatedDisk} tells of a file, or of its directory. */
record SimulatedAttributes(
        boolean isDirectory, int number, long size, FileTime lastModifiedTime, Set<PosixFilePermission> permissions)
        implements PosixFileAttributes {

    @Override
    public UserPrincipal owner() {
        return Person.NOBODY;
    }

    @Override
    public GroupPrincipal group() {
        return Person.NOBODY;
    }

    @Override
    public FileTime lastAccessTime() {
        return lastModifiedTime;
    }

    @Override
    public FileTime creationTime() {
        return lastModifiedTime;
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory;
    }

    @Override
    public boolean isSymbolicLink() {
        return false;
    }

    @Override
    public boolean isOther() {
        return false;
    }

    @Override
    public Object fileKey() {
        return number;
    }

    /** Owner and group. */
    record Person(String getName) implements GroupPrincipal {

        static final Person NOBODY = new Person("asterisk");
    }
}
