package io.sipwright.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a server: started, asked over its control socket, ended. Thread-safe. */
final class RunningAsterisk {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /**
     * Short on purpose. Asterisk takes about a second to end when it was started a moment ago (its database thread
     * sleeps), and what it would still write goes with the directory anyway.
     */
    private static final Duration STOP_GRACE = Duration.ofMillis(300);

    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(60);

    private final AsteriskInstallation installation;
    private final ServerHome home;
    private final ServerLog log;
    private final Process process;
    private final ProcessLeash leash;

    private RunningAsterisk(
            AsteriskInstallation installation, ServerHome home, ServerLog log, Process process, ProcessLeash leash) {
        this.installation = installation;
        this.home = home;
        this.log = log;
        this.process = process;
        this.leash = leash;
    }

    /** Starts a server and waits until it has fully booted. */
    static RunningAsterisk start(AsteriskInstallation installation, ServerHome home, ServerLog log) {
        Process process = null;
        try {
            process = new ProcessBuilder(installation.command("-C", home.main().toString(), "-f", "-n"))
                    .directory(home.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(home.console().toFile())
                    .start();
            // Nobody reads there, and a program that asks for input must not wait for an answer.
            process.getOutputStream().close();
            ProcessLeash leash = ProcessLeash.on(process, home.directory());
            RunningAsterisk running = new RunningAsterisk(installation, home, log, process, leash);
            running.awaitBoot();
            return running;
        } catch (IOException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            throw new AsteriskException("Cannot start " + installation, e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String command(String command, Duration limit) {
        if (!process.isAlive()) {
            throw new AsteriskException(installation + " is not running. Its last words:\n" + log.tail());
        }
        List<String> remote = installation.command("-C", home.main().toString(), "-rx", command);
        FinishedProcess finished = FinishedProcess.run(remote, limit);
        if (finished.exitCode() != 0) {
            throw new AsteriskException(installation + " refuses \"" + command + "\": " + finished.output());
        }
        return finished.output();
    }

    String command(String command) {
        return command(command, COMMAND_LIMIT);
    }

    /** Ends the process: asks it to, and kills it if it does not follow. Does nothing if it has ended. */
    void stop() {
        boolean interrupted = false;
        process.destroy();
        try {
            if (!process.waitFor(STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly();
        }
        leash.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the process without asking it, so that it does nothing more: one that is asked answers wrongly in its last moment. */
    void stopAtOnce() {
        process.destroyForcibly();
        stop();
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AsteriskException("Process " + pid() + " of " + installation + " cannot be killed");
        }
    }

    private void awaitBoot() {
        Deadline deadline = Deadline.in(START_LIMIT);
        try {
            while (true) {
                if (!process.isAlive()) {
                    throw new AsteriskException(
                            installation + " ended with status " + process.exitValue() + ":\n" + log.tail());
                }
                if (home.controlSocket().toFile().exists() && isBooted(deadline)) {
                    return;
                }
                if (deadline.isOver()) {
                    throw new AsteriskException(
                            installation + " is not ready after " + START_LIMIT.toSeconds() + " s:\n" + log.tail());
                }
                deadline.pause();
            }
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** The socket is there a moment before somebody listens at it, so a refusal is no failure yet. */
    private boolean isBooted(Deadline deadline) {
        List<String> wait = installation.command("-C", home.main().toString(), "-rx", "core waitfullybooted");
        FinishedProcess finished = FinishedProcess.run(wait, deadline.left());
        return finished.exitCode() == 0 && finished.output().contains("fully booted");
    }
}
