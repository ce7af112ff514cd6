package io.sipwright.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real Asterisk for a test: a process of its own, a temporary directory of its own, free ports on 127.0.0.1.
 *
 * <p>It has the transports {@code transport-udp}, {@code -tcp}, {@code -tls}, {@code -ws} and {@code -wss} (the secure
 * ones with a throwaway certificate), and reads {@code pjsip_trunks.conf} and {@code pjsip_users.conf}, which are empty
 * at first, then {@code pjsip_more.conf} if there is one. The dialplan contexts {@code default}, {@code from-internal} and {@code from-trunk} answer any extension of
 * letters and digits, and hang up after 30 seconds.
 *
 * <p>{@link #close} ends the process and removes the directory. If it is never called, both go with the JVM, however
 * that ends. Thread-safe.
 */
public final class AsteriskServer implements AutoCloseable {
    private final AsteriskInstallation installation;
    private final ServerHome home;
    private final ServerPorts ports;
    private final String amiSecret;
    private final ServerLog log;
    private volatile RunningAsterisk process;

    AsteriskServer(
            AsteriskInstallation installation,
            ServerHome home,
            ServerPorts ports,
            String amiSecret,
            ServerLog log,
            RunningAsterisk process) {
        this.installation = installation;
        this.home = home;
        this.ports = ports;
        this.amiSecret = amiSecret;
        this.log = log;
        this.process = process;
    }

    /** A server that runs this Asterisk. */
    public static Builder builder(AsteriskInstallation installation) {
        return new Builder(installation);
    }

    /** What this server runs. */
    public AsteriskInstallation installation() {
        return installation;
    }

    /** The major version, e.g. 22. */
    public int major() {
        return installation.major();
    }

    /** Where all ports listen: 127.0.0.1. */
    public String host() {
        return ServerPorts.HOST;
    }

    /** The port of SIP over UDP. */
    public int sipPort() {
        return ports.udp();
    }

    /** The port of SIP over TCP. */
    public int tcpPort() {
        return ports.tcp();
    }

    /** The port of SIP over TLS. */
    public int tlsPort() {
        return ports.tls();
    }

    /** The port of SIP over WebSocket, path {@code /ws}. */
    public int wsPort() {
        return ports.http();
    }

    /** The port of SIP over secure WebSocket, path {@code /ws}. */
    public int wssPort() {
        return ports.https();
    }

    /** The port of the manager interface. */
    public int amiPort() {
        return ports.ami();
    }

    /** A manager user that may do everything. More users: a file {@code manager_users.conf}. */
    public String amiUser() {
        return Builder.AMI_USER;
    }

    /** The password of {@link #amiUser}, random for each server. */
    public String amiSecret() {
        return amiSecret;
    }

    /** The directory Asterisk reads its configuration from. */
    public Path configDirectory() {
        return home.etc();
    }

    /** Replaces a file of the configuration, atomically; Asterisk reads it at the next {@link #reload}. */
    public void write(String name, String content) {
        home.write(name, content);
    }

    /** A new manager connection, logged in; to be closed by the caller. */
    public AmiProbe ami() {
        return AmiProbe.connect(host(), amiPort(), amiUser(), amiSecret);
    }

    /** Reloads the PJSIP configuration and waits for the end; {@link #complaints} tell what was not accepted. */
    public void reload() {
        try (AmiProbe probe = ami()) {
            probe.reload();
        }
    }

    /**
     * Runs a command of Asterisk's command line, waiting at most 60 seconds.
     *
     * @return what it prints
     */
    public String cli(String command) {
        return process.command(command);
    }

    /** The end of the log as it is now. */
    public LogMark mark() {
        settle(LogMark.START);
        return log.end();
    }

    /** All of the log (notices, warnings, errors) since the start. */
    public List<String> logLines() {
        settle(LogMark.START);
        return log.lines(LogMark.START);
    }

    /** The warnings and errors since the start; none after a clean one. */
    public List<String> complaints() {
        return complaintsSince(LogMark.START);
    }

    /** The warnings and errors since a mark. */
    public List<String> complaintsSince(LogMark mark) {
        settle(mark);
        return log.complaints(mark);
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process is there. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * Kills the process and starts it anew, with the same ports and directory and the files that are there now, and waits until
     * it is ready. It has no time to tell carriers or phones of it, nor to answer anyone while it takes itself apart.
     *
     * @throws AsteriskException if it does not start
     */
    public synchronized void restart() {
        process.stopAtOnce();
        process = RunningAsterisk.start(installation, home, log);
    }

    /** Ends the process and removes the directory; a second call does nothing. */
    public synchronized void stop() {
        process.stop();
        TemporaryFiles.delete(home.directory());
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    /** E.g. {@code Asterisk 22.5.1 at 127.0.0.1:40123}. */
    @Override
    public String toString() {
        return installation + " at " + host() + ":" + sipPort();
    }

    private void settle(LogMark from) {
        if (isRunning()) {
            try (AmiProbe probe = ami()) {
                LogBarrier.await(probe, log, from);
            }
        }
    }

    /** What a server is started with. Not thread-safe. */
    public static final class Builder {
        static final String AMI_USER = "probe";

        private final AsteriskInstallation installation;
        private final Map<String, String> files = new LinkedHashMap<>();
        private final List<String> modules = new ArrayList<>();

        private Builder(AsteriskInstallation installation) {
            this.installation = installation;
        }

        /**
         * A file of the configuration directory, in place of the one there would be otherwise.
         *
         * @param name relative, e.g. {@code pjsip_users.conf}
         */
        public Builder file(String name, String content) {
            files.put(name, content);
            return this;
        }

        /** A module to load besides those that SIP calls need, e.g. {@code app_queue.so}. */
        public Builder module(String name) {
            modules.add(name);
            return this;
        }

        /**
         * Starts the server and waits until it is ready, at most 30 seconds.
         *
         * @throws AsteriskException if it does not start; the message ends with the last lines of its log
         */
        public AsteriskServer start() {
            return new ServerStart(installation, Map.copyOf(files), List.copyOf(modules), AMI_USER).start();
        }
    }
}
