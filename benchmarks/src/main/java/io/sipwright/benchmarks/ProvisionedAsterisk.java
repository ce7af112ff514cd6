package io.sipwright.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Batch;
import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Round;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.WriteResult;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserPatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An Asterisk that a program with Sipwright in it provisions: a database, the engine, the files, the manager interface. */
final class ProvisionedAsterisk implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final AsteriskServer asterisk;
    private final HikariDataSource database;
    private final TimedReloader reloader;
    private final Sipwright sipwright;
    private final AtomicInteger writes = new AtomicInteger();

    ProvisionedAsterisk(AsteriskInstallation installation, List<Account> accounts) {
        asterisk = AsteriskServer.builder(installation).start();
        database = h2();
        SchemaInitializer.of(database).run();
        reloader = new TimedReloader(AmiReloader.builder(
                        asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), Secret.of(asterisk.amiSecret()))
                .reloadTimeout(LIMIT)
                .build());
        sipwright = Sipwright.builder()
                .store(JdbcStore.builder(database, TinkSecretCipher.ofKeyset(TinkKeysets.create()))
                        .build())
                .target(ConfigFiles.in(directory()))
                .asteriskVersion(AsteriskVersion.V22)
                .reloader(reloader)
                // Each change is waited for before the next comes, so that there is nothing to collect in a rest.
                .applySettings(
                        ApplySettings.standard().withRest(Duration.ZERO, 0).withReconcileInterval(Duration.ofHours(1)))
                .listener(new ApplyListener() {
                    @Override
                    public void written(String node, long generation, WriteResult result) {
                        writes.addAndGet(result.isWritten() ? 1 : 0);
                    }
                })
                .build();
        applied(sipwright.upsertAll(
                new Batch(List.of(), accounts.stream().map(Account::toSpec).toList())));
    }

    private static HikariDataSource h2() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }

    /** What Asterisk has used of processors, in milliseconds. */
    double cpu() {
        return ApplyBenchmark.cpu(asterisk.pid());
    }

    /** Where the files are. */
    Path directory() {
        return asterisk.configDirectory();
    }

    TimedReloader reloader() {
        return reloader;
    }

    /** How often files were replaced. */
    int writes() {
        return writes.get();
    }

    Round rename(Account account, String displayName) {
        return applied(sipwright
                .users()
                .update(
                        account.name(),
                        SipUserPatch.builder().displayName(displayName).build()));
    }

    Round create(Account account) {
        return applied(sipwright.users().create(account.toSpec()));
    }

    Round delete(Account account) {
        return applied(sipwright.users().delete(account.name()));
    }

    void reconcile() {
        require(sipwright.reconcile());
    }

    void apply() {
        require(sipwright.apply());
    }

    private static Round applied(Provisioned<?> change) {
        return require(change.awaitApplied(LIMIT));
    }

    private static Round require(Applied applied) {
        Round round = applied.nodes().get(0).lastRound();
        if (!applied.isVerified() || round == null) {
            throw new IllegalStateException(applied.summary());
        }
        return round;
    }

    @Override
    public void close() {
        sipwright.close();
        database.close();
        asterisk.close();
    }
}
