package io.sipwright.testkit;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start of a server, with other ports if one of them was taken in the meantime. */
record ServerStart(AsteriskInstallation installation, Map<String, String> files, List<String> modules, String amiUser) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ATTEMPTS = 3;

    AsteriskServer start() {
        for (int attempt = 1; ; attempt++) {
            ServerHome home = ServerHome.create();
            ServerLog log = new ServerLog(home.messages(), home.console());
            RunningAsterisk process = null;
            try {
                long begin = System.nanoTime();
                ServerPorts ports = ServerPorts.free();
                String secret = new BigInteger(128, RANDOM).toString(36);
                configure(home, ports, secret);
                process = RunningAsterisk.start(installation, home, log);
                AsteriskServer server = new AsteriskServer(installation, home, ports, secret, log, process);
                if (!log.contains("Address already in use", LogMark.START)) {
                    LOG.debug("{} is ready after {} ms", server, (System.nanoTime() - begin) / 1_000_000);
                    return server;
                }
                if (attempt == ATTEMPTS) {
                    throw new AsteriskException(installation + " finds its ports in use:\n" + log.tail());
                }
                LOG.debug("{} found a port in use, trying others", server);
                server.stop();
            } catch (RuntimeException e) {
                if (process != null) {
                    process.stop();
                }
                TemporaryFiles.delete(home.directory());
                throw e;
            }
        }
    }

    private void configure(ServerHome home, ServerPorts ports, String secret) {
        ThrowawayCertificate certificate = ThrowawayCertificate.create();
        home.write(home.certificate(), certificate.certificate());
        home.write(home.privateKey(), certificate.privateKey());
        Map<String, String> all =
                new LinkedHashMap<>(ServerConfiguration.files(installation, home, ports, modules, amiUser, secret));
        all.putAll(files);
        all.forEach(home::write);
    }
}
