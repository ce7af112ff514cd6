package io.sipwright.benchmarks;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.user.SipUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Tables of one prefix, and who works on them: the library, and bare JDBC. */
final class StoreUnderTest {

    private final DataSource dataSource;
    private final BenchmarkDatabase database;
    private final String prefix;
    private final JdbcStore store;
    private final Sipwright sipwright;
    private final BareJdbc bare;

    StoreUnderTest(DataSource dataSource, BenchmarkDatabase database, String prefix, String keyset) {
        this.dataSource = dataSource;
        this.database = database;
        this.prefix = prefix;
        TinkSecretCipher cipher = TinkSecretCipher.ofKeyset(keyset);
        SchemaInitializer.of(dataSource, "", prefix).run();
        store = JdbcStore.builder(dataSource, cipher).tablePrefix(prefix).build();
        store.stampKey(); // makes the row of the state
        sipwright = Sipwright.builder()
                .store(store)
                .target(files -> {
                    throw new IllegalStateException("nothing is applied here");
                })
                .applying(Applying.ON_REQUEST)
                .build();
        bare = new BareJdbc(dataSource, database, prefix, cipher);
    }

    BareJdbc bare() {
        return bare;
    }

    JdbcStore store() {
        return store;
    }

    SipUser create(Account account) {
        return store.<SipUser>write(writing -> writing.users().insert(account.toSpec(), 1))
                .result();
    }

    SipUser createValidated(Account account) {
        return sipwright.users().create(account.toSpec()).value();
    }

    List<SipUser> createAll(List<Account> accounts) {
        return store.<List<SipUser>>write(writing -> writing.users()
                        .upsertAll(accounts.stream().map(Account::toSpec).toList(), spec -> 1))
                .result();
    }

    List<SipUser> createAllValidated(List<Account> accounts) {
        return sipwright
                .upsertAll(new Batch(
                        List.of(), accounts.stream().map(Account::toSpec).toList()))
                .value()
                .users();
    }

    long readAll() {
        return store.<Long>read(view -> {
            try (Stream<SipUser> users = view.users().stream()) {
                return users.mapToLong(user -> user.name().isEmpty() ? 0 : 1).sum();
            }
        });
    }

    /** Takes everything away, as fast as that goes. */
    void clear() {
        execute("TRUNCATE TABLE " + prefix + "sip_users");
        execute("TRUNCATE TABLE " + prefix + "sip_names");
        execute("TRUNCATE TABLE " + prefix + "sip_changes");
    }

    void analyze() {
        execute(database.analyze() + prefix + "sip_users");
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
