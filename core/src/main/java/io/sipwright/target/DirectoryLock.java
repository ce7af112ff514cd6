package io.sipwright.target;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time in a directory. The lock is on a file of its own: a lock on a file that is renamed over would be
 * lost with it, and one is lost as well when any other channel on the same file is closed. Within the process, where
 * the operating system does not tell threads apart, an ordinary lock stands before it.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String NAME = ".sipwright.lock";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock inProcess;
    private final FileChannel channel;
    private final FileLock lock;

    private DirectoryLock(ReentrantLock inProcess, FileChannel channel, FileLock lock) {
        this.inProcess = inProcess;
        this.channel = channel;
        this.lock = lock;
    }

    static DirectoryLock take(Path directory, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(directory.toRealPath(), path -> new ReentrantLock());
            if (!inProcess.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(directory, timeout);
            }
            try {
                return lockFile(directory, timeout, deadline, inProcess);
            } catch (IOException | InterruptedException | RuntimeException e) {
                inProcess.unlock();
                throw e;
            }
        } catch (IOException e) {
            throw new TargetException("Can't lock " + directory + "; is it writable by this process?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Interrupted while waiting to write to " + directory, e);
        }
    }

    private static DirectoryLock lockFile(Path directory, Duration timeout, long deadline, ReentrantLock inProcess)
            throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        try {
            FileLock lock = tryLock(channel);
            while (lock == null) {
                if (System.nanoTime() > deadline) {
                    throw busy(directory, timeout);
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE); // there is no timed lock on files
                lock = tryLock(channel);
            }
            return new DirectoryLock(inProcess, channel, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The lock, or null while someone else has it: another process, or another copy of this class in the same one. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static TargetException busy(Path directory, Duration timeout) {
        return new TargetException(
                "Another writer has held " + directory.resolve(NAME) + " for more than " + timeout.toMillis() + " ms");
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new TargetException("Can't release " + this, e);
        } finally {
            inProcess.unlock();
        }
    }

    @Override
    public String toString() {
        return lock.toString();
    }
}
