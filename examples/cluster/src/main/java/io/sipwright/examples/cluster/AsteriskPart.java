package io.sipwright.examples.cluster;

import io.sipwright.realtime.RealtimeConfiguration;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;

/** An Asterisk 22 that reads trunks and users from the database. */
final class AsteriskPart implements Part {

    private final AsteriskServer asterisk;

    AsteriskPart(int databasePort) {
        AsteriskInstallation installation = AsteriskInstallation.find(22)
                .orElseThrow(() -> new IllegalStateException("There is no Asterisk 22 here; see docs/testing.md"));
        RealtimeConfiguration configuration = RealtimeConfiguration.postgreSql(
                        "127.0.0.1", databasePort, "postgres", "postgres", Secret.of("postgres"))
                .build();
        AsteriskServer.Builder builder = AsteriskServer.builder(installation);
        configuration.files().forEach(file -> builder.file(file.name(), file.text()));
        configuration.moduleNames().forEach(builder::module);
        asterisk = builder.start();
    }

    /** Tells hosts how to reach it. */
    void describe(String name, Properties settings) {
        settings.setProperty(name + ".port", Integer.toString(asterisk.amiPort()));
        settings.setProperty(name + ".user", asterisk.amiUser());
        settings.setProperty(name + ".secret", asterisk.amiSecret());
    }

    /** What a phone is told that registers here. */
    String register(String user, String password) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(password)
                .timeout(Duration.ofSeconds(3))
                .build()) {
            int status = phone.register().status();
            return status == 200 ? "accepted" : "refused with " + status;
        } catch (UncheckedIOException e) {
            return "not answered";
        }
    }

    @Override
    public long pid() {
        return asterisk.pid();
    }

    @Override
    public boolean isRunning() {
        return asterisk.isRunning();
    }

    @Override
    public void start() {
        asterisk.restart();
    }

    @Override
    public void close() {
        asterisk.close();
    }
}
