package io.sipwright.examples.boot;

import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An Asterisk that was killed and is started again, with the same files and ports. */
final class RevivedAsterisk implements AutoCloseable {

    private final Process process;

    private RevivedAsterisk(Process process) {
        this.process = process;
    }

    /** Kills an Asterisk. What is answered starts it again. */
    static List<String> kill(AsteriskServer asterisk) {
        ProcessHandle handle = ProcessHandle.of(asterisk.pid()).orElseThrow();
        List<String> command = new ArrayList<>();
        command.add(handle.info().command().orElseThrow());
        command.addAll(List.of(handle.info().arguments().orElseThrow()));
        handle.destroyForcibly();
        handle.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        return command;
    }

    static RevivedAsterisk start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new RevivedAsterisk(process);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
