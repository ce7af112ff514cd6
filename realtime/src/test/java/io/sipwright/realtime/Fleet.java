package io.sipwright.realtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.Sipwright;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Node;
import io.sipwright.apply.NodeStatus;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.secret.Secret;
import io.sipwright.secret.SecretCipher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A host with many nodes, whose rows are in the database of the store. */
final class Fleet implements AutoCloseable {

    private final HikariDataSource pool;
    final CountedStatements statements;
    final Sipwright sipwright;

    /** Starts the host; the tables must be there. */
    Fleet(DataSource database, SecretCipher cipher, List<FakeAsterisk> asterisks, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(connections);
        pool = new HikariDataSource(config);
        statements = new CountedStatements(pool);
        RealtimeTarget rows = RealtimeTarget.builder(statements.dataSource())
                .inDatabaseOfStore(true)
                .build();
        var builder = Sipwright.builder()
                .store(JdbcStore.builder(statements.dataSource(), cipher).build())
                .applying(Applying.IN_BACKGROUND)
                .applySettings(ApplySettings.standard().withRetries(Duration.ofSeconds(1), Duration.ofSeconds(5)));
        for (int i = 0; i < asterisks.size(); i++) {
            builder.node(new Node(name(i), rows, reloader(asterisks.get(i))));
        }
        sipwright = builder.build();
    }

    static String name(int number) {
        return String.format("node-%02d", number);
    }

    private static AmiReloader reloader(FakeAsterisk asterisk) {
        return AmiReloader.builder("127.0.0.1", asterisk.port(), "sipwright", Secret.of("not asked for"))
                .build();
    }

    /** The newest generation that was seen running, by node. */
    Map<String, Long> verified() {
        Map<String, Long> verified = new TreeMap<>();
        sipwright.status().forEach(node -> verified.put(node.node(), node.verifiedGeneration()));
        return verified;
    }

    /**
     * Waits until nodes were seen running a generation.
     *
     * @return how long it took each
     * @throws IllegalStateException if it does not come about in time
     */
    List<Duration> awaitVerified(long generation, Predicate<String> which, Duration limit) {
        long start = System.nanoTime();
        Map<String, Duration> done = new TreeMap<>();
        long wanted =
                sipwright.status().stream().map(NodeStatus::node).filter(which).count();
        while (done.size() < wanted) {
            long now = System.nanoTime();
            for (NodeStatus node : sipwright.status()) {
                if (which.test(node.node()) && node.verifiedGeneration() >= generation) {
                    done.putIfAbsent(node.node(), Duration.ofNanos(now - start));
                }
            }
            if (now - start > limit.toNanos()) {
                throw new IllegalStateException("Only " + done.size() + " of " + wanted + " nodes were verified in "
                        + limit + "; "
                        + sipwright.status().stream().map(NodeStatus::summary).toList());
            }
            pause(Duration.ofMillis(5));
        }
        return new ArrayList<>(done.values());
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sipwright.close();
        pool.close();
    }
}
