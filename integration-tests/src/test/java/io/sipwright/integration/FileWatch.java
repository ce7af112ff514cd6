package io.sipwright.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees what a file holds, one content after the other, as far as a look each few milliseconds can. */
final class FileWatch implements AutoCloseable {

    private final Path file;
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;

    FileWatch(Path file) {
        this.file = file;
        this.thread = new Thread(this::look, "watch of " + file.getFileName());
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        String last = "";
        try {
            while (!stopping) {
                String now = read();
                if (!now.equals(last)) {
                    contents.add(now);
                    last = now;
                }
                Thread.sleep(2);
            }
        } catch (IOException | InterruptedException e) {
            contents.add("The watch has ended: " + e);
        }
    }

    private String read() throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    List<String> contents() {
        return contents;
    }

    /** Looks no more. */
    void stop() {
        stopping = true;
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
