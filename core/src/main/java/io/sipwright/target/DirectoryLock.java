package io.sipwright.target;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time in a directory. The lock is on a file of its own: a lock on a file that is renamed over would be
 * lost with it, and one is lost as well when any other channel on the same file is closed. Within the process, where
 * the operating system does not tell threads apart, an ordinary lock stands before it.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String NAME = ".sipwright.lock";
    private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-r-----");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock inProcess;
    private final Disk.Lockable lock;

    private DirectoryLock(Path file, ReentrantLock inProcess, Disk.Lockable lock) {
        this.file = file;
        this.inProcess = inProcess;
        this.lock = lock;
    }

    static DirectoryLock take(Disk disk, Path directory, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(disk.realPath(directory), path -> new ReentrantLock());
            if (!inProcess.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(directory.resolve(NAME), timeout);
            }
            try {
                Path file = directory.resolve(NAME);
                return new DirectoryLock(file, inProcess, lockFile(disk, file, timeout, deadline));
            } catch (IOException | InterruptedException | RuntimeException | Error e) {
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

    private static Disk.Lockable lockFile(Disk disk, Path file, Duration timeout, long deadline)
            throws IOException, InterruptedException {
        Disk.Lockable lock = disk.openLock(file, MODE);
        try {
            while (!lock.tryLock()) {
                if (System.nanoTime() > deadline) {
                    throw busy(file, timeout);
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE); // there is no timed lock on files
            }
            return lock;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static TargetException busy(Path file, Duration timeout) {
        return new TargetException("Another writer has held " + file + " for more than " + timeout.toMillis() + " ms");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new TargetException("Can't release " + this + ": " + WriteFailure.explain(e), e);
        } finally {
            inProcess.unlock();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
