package io.sipwright.realtime;

import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;

/** Asterisk nodes that read rows of a test's database. */
final class Nodes {

    private Nodes() {}

    static AsteriskServer start(AsteriskInstallation installation, TestDatabase database) {
        return builder(installation, database).start();
    }

    static AsteriskServer.Builder builder(AsteriskInstallation installation, TestDatabase database) {
        return builder(installation, of(PostgreSqlServer.port(), database.name(), "postgres"));
    }

    static AsteriskServer.Builder builder(
            AsteriskInstallation installation, TestDatabase database, boolean readingAll) {
        return builder(
                installation,
                of(PostgreSqlServer.port(), database.name(), "postgres").readingAll(readingAll));
    }

    /** As a user of a database on this machine. */
    static AsteriskServer.Builder builder(AsteriskInstallation installation, int port, String database, String user) {
        return builder(installation, of(port, database, user));
    }

    private static RealtimeConfiguration.Builder of(int port, String database, String user) {
        return RealtimeConfiguration.postgreSql("127.0.0.1", port, database, user, Secret.of("postgres"));
    }

    private static AsteriskServer.Builder builder(
            AsteriskInstallation installation, RealtimeConfiguration.Builder settings) {
        RealtimeConfiguration configuration = settings.build();
        AsteriskServer.Builder builder = AsteriskServer.builder(installation);
        configuration.files().forEach(file -> builder.file(file.name(), file.text()));
        configuration.moduleNames().forEach(builder::module);
        return builder;
    }
}
