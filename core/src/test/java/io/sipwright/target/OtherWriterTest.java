package io.sipwright.target;

import static io.sipwright.target.Rendering.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sipwright.target.WriteResult.Outcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Someone else is writing to the same directory. */
@Timeout(60)
class OtherWriterTest {

    @TempDir
    Path temporary;

    private ConfigFiles files(Duration timeout) {
        return ConfigFiles.builder(temporary).lockTimeout(timeout).build();
    }

    private void isRefusedInTime() {
        Instant start = Instant.now();
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> files(Duration.ofMillis(300)).write(List.of(Rendering.users(2))))
                .withMessageContaining("Another writer has held")
                .withMessageContaining(".sipwright.lock")
                .withMessageContaining("300 ms");
        assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(290), Duration.ofSeconds(5));
    }

    @Test
    void another_process_is_waited_for_but_not_for_ever() throws IOException {
        try (ChildJvm other = ChildJvm.start(LockHolder.class, temporary.toString())) {
            assertThat(other.line()).isEqualTo("writing");
            isRefusedInTime();

            CompletableFuture<WriteResult> waiting = CompletableFuture.supplyAsync(
                    () -> files(Duration.ofSeconds(20)).write(List.of(Rendering.users(2))));
            other.say("");
            assertThat(other.line()).isIn("writing", "done");
            other.say("");
            assertThat(waiting.join().files()).containsEntry(USERS, Outcome.WRITTEN);
            assertThat(new ConfigDirectory(temporary).text(USERS)).isEqualTo(Rendering.text(2));
        }
    }

    @Test
    void a_killed_process_holds_nothing_up() throws IOException, InterruptedException {
        try (ChildJvm other = ChildJvm.start(LockHolder.class, temporary.toString())) {
            assertThat(other.line()).isEqualTo("writing");
            other.kill();
        }

        assertThat(files(Duration.ofSeconds(2))
                        .write(List.of(Rendering.users(2)))
                        .isWritten())
                .isTrue();
    }

    @Test
    void another_thread_is_waited_for_but_not_for_ever() throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> files(Duration.ofSeconds(1))
                .write(List.of(new TargetFile(USERS, elements -> {
                    started.complete(null);
                    goOn.join();
                }))));
        started.get(10, TimeUnit.SECONDS);

        isRefusedInTime();

        goOn.complete(null);
        other.get(10, TimeUnit.SECONDS);
    }

    /** The same library in another class loader, as in a servlet container: the JVM knows one lock for both. */
    @Test
    void another_copy_of_the_library_in_this_process_is_waited_for_too() throws IOException {
        files(Duration.ofSeconds(1)).write(List.of(Rendering.users(1)));
        try (FileChannel channel = FileChannel.open(temporary.resolve(".sipwright.lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            isRefusedInTime();
            assertThat(lock.isValid()).isTrue();
        }
    }

    @Test
    void an_interrupted_thread_does_not_wait() throws InterruptedException {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> files(Duration.ofSeconds(1)).write(List.of(Rendering.users(1))))
                .withMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(temporary.resolve(USERS)).doesNotExist();
    }
}
