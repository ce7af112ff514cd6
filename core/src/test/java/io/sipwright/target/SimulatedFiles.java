package io.sipwright.target;

import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A directory that remembers what of it is on the disk and what is not: what was not forced is at the mercy of a power cut.
 * Modes count as durable at once. Not thread-safe.
 */
public final class SimulatedFiles {

    /** What a power cut leaves of that which was not forced. */
    public enum Loss {
        /** Nothing. */
        ALL,
        /** All that was made, renamed and removed, but no content: files are empty that were never forced. */
        CONTENT,
        /** Any part of either, by chance, and in any order. */
        ANY
    }

    /** A file, whatever names it has. */
    static final class Inode {
        final int number;
        byte[] bytes = new byte[0];
        byte[] durable = new byte[0];
        Set<PosixFilePermission> mode;
        FileTime modified;

        private Inode(int number, Set<PosixFilePermission> mode, FileTime modified) {
            this.number = number;
            this.mode = mode;
            this.modified = modified;
        }
    }

    /** A change of names that is not durable yet. */
    private record Change(
            @Nullable String removed,
            @Nullable String added,
            @Nullable Inode inode) {

        void applyTo(Map<String, Inode> names) {
            if (removed != null) {
                names.remove(removed);
            }
            if (added != null && inode != null) {
                names.put(added, inode);
            }
        }
    }

    private final Clock clock;
    private Map<String, Inode> visible = new LinkedHashMap<>();
    private Map<String, Inode> durable = new LinkedHashMap<>();
    private final List<Change> unsynced = new ArrayList<>();
    private int inodes;
    private int renames;
    private @Nullable Object locked;

    /** An empty directory; times come from the clock. */
    public SimulatedFiles(Clock clock) {
        this.clock = clock;
    }

    @Nullable
    Inode find(String name) {
        return visible.get(name);
    }

    /** Names of all files that can be seen. */
    public Set<String> names() {
        return Collections.unmodifiableSet(visible.keySet());
    }

    /** What can be read now; null if there is no such file. The same array as long as it is the same content. */
    public byte @Nullable [] bytes(String name) {
        Inode inode = visible.get(name);
        return inode == null ? null : inode.bytes;
    }

    /** What Asterisk tells versions of a file apart by, besides its size. */
    public FileTime modified(String name) {
        return inode(name).modified;
    }

    public String mode(String name) {
        return PosixFilePermissions.toString(inode(name).mode);
    }

    /** How often a file was put in the place of another, or removed. */
    public int changes() {
        return renames;
    }

    private Inode inode(String name) {
        Inode inode = visible.get(name);
        if (inode == null) {
            throw new IllegalStateException("There is no " + name);
        }
        return inode;
    }

    /** Puts a durable file of someone else there. */
    public void put(String name, String mode, String text) {
        Inode inode = new Inode(++inodes, PosixFilePermissions.fromString(mode), FileTime.from(clock.instant()));
        inode.bytes = text.getBytes(StandardCharsets.UTF_8);
        inode.durable = inode.bytes;
        visible.put(name, inode);
        durable.put(name, inode);
    }

    void create(String name, Set<PosixFilePermission> mode) {
        record(new Change(null, name, new Inode(++inodes, mode, FileTime.from(clock.instant()))));
    }

    void append(String name, byte[] bytes, int offset, int length) {
        Inode inode = inode(name);
        byte[] longer = new byte[inode.bytes.length + length];
        System.arraycopy(inode.bytes, 0, longer, 0, inode.bytes.length);
        System.arraycopy(bytes, offset, longer, inode.bytes.length, length);
        inode.bytes = longer;
        inode.modified = FileTime.from(clock.instant());
    }

    void force(String name) {
        Inode inode = inode(name);
        inode.durable = inode.bytes;
    }

    void rename(String name, String to) {
        Inode inode = inode(name);
        renames++;
        if (inode != visible.get(to)) { // of two names of one file, a rename leaves both
            record(new Change(name, to, inode));
        }
    }

    void link(String name, String of) {
        record(new Change(null, name, inode(of)));
    }

    void delete(String name) {
        renames++;
        record(new Change(name, null, null));
    }

    private void record(Change change) {
        change.applyTo(visible);
        unsynced.add(change);
    }

    void sync() {
        durable = new LinkedHashMap<>(visible);
        unsynced.clear();
    }

    boolean tryLock(Object owner) {
        if (locked == null) {
            locked = owner;
        }
        return locked == owner;
    }

    void unlock(Object owner) {
        if (locked == owner) {
            locked = null;
        }
    }

    /** The lock of a process ends with it. */
    public void unlock() {
        locked = null;
    }

    /** The machine is without power, and has it again. */
    public void cutPower(Loss loss, Random chance) {
        Map<String, Inode> left = new LinkedHashMap<>(durable);
        for (Change change : unsynced) {
            if (loss == Loss.CONTENT || loss == Loss.ANY && chance.nextBoolean()) {
                change.applyTo(left);
            }
        }
        for (Inode inode : left.values()) {
            boolean kept = loss == Loss.ANY && chance.nextBoolean();
            boolean torn = loss == Loss.ANY && chance.nextBoolean();
            if (!kept) {
                inode.bytes = inode.durable;
            } else if (torn && inode.bytes != inode.durable) {
                inode.bytes = Arrays.copyOf(inode.bytes, inode.bytes.length / 2);
            }
            inode.durable = inode.bytes;
        }
        visible = left;
        sync();
        unlock();
    }
}
