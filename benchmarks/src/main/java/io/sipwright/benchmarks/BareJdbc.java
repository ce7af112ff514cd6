package io.sipwright.benchmarks;

import io.sipwright.secret.SecretCipher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What the store does with users of one template, written by hand for just these: the same statements in the same order,
 * the same values, sealed by the same cipher.
 */
final class BareJdbc {

    private static final int CHUNK = 500;
    private static final int PAGE = 1000;

    private final DataSource dataSource;
    private final BenchmarkDatabase database;
    private final BareRows userRows;
    private final String users;
    private final String names;
    private final String changes;
    private final String state;
    private final String trunks;

    BareJdbc(DataSource dataSource, BenchmarkDatabase database, String prefix, SecretCipher cipher) {
        this.dataSource = dataSource;
        this.database = database;
        this.userRows = new BareRows(cipher);
        users = prefix + "sip_users";
        names = prefix + "sip_names";
        changes = prefix + "sip_changes";
        state = prefix + "sip_state";
        trunks = prefix + "sip_trunks";
    }

    private interface Work<R> {

        R in(Connection connection) throws SQLException;
    }

    private <R> R inTransaction(String isolation, Work<R> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            if (!isolation.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(isolation);
                }
            }
            R result = work.in(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String isolationOfWriters() {
        return database.repeatsReads() ? "SET TRANSACTION ISOLATION LEVEL READ COMMITTED" : "";
    }

    /** Keeps one user. */
    BareUser create(Account account) {
        return inTransaction(isolationOfWriters(), connection -> {
            long generation = lockGeneration(connection);
            requireFree(connection, List.of(account));
            BareUser stored =
                    insert(connection, List.of(account), generation + 1).get(0);
            advance(connection, generation + 1);
            return stored;
        });
    }

    /**
     * Keeps many new users.
     *
     * @param judged whether all are judged before the first is kept, as the rules between objects want it: which names are
     *     taken, and which trunks are there?
     */
    List<BareUser> createAll(List<Account> accounts, boolean judged) {
        return inTransaction(isolationOfWriters(), connection -> {
            long generation = lockGeneration(connection);
            if (judged) {
                for (List<Account> chunk : chunks(accounts)) {
                    requireFree(connection, chunk);
                }
                readTrunks(connection);
            }
            List<BareUser> stored = new ArrayList<>(accounts.size());
            for (List<Account> chunk : chunks(accounts)) {
                if (!judged) {
                    requireFree(connection, chunk);
                }
                stored.addAll(insert(connection, chunk, generation + 1));
            }
            advance(connection, generation + 1);
            return stored;
        });
    }

    private static List<List<Account>> chunks(List<Account> all) {
        List<List<Account>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private long lockGeneration(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT generation FROM " + state + " WHERE id = 1 FOR UPDATE");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void advance(Connection connection, long generation) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE " + state + " SET generation = ? WHERE id = 1")) {
            statement.setLong(1, generation);
            statement.executeUpdate();
        }
    }

    private void requireFree(Connection connection, List<Account> accounts) throws SQLException {
        if (!taken(connection, accounts).isEmpty()) {
            throw new IllegalStateException("taken");
        }
    }

    private Set<String> taken(Connection connection, List<Account> accounts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name_key, kind, name FROM " + names + " WHERE name_key IN (" + marks(accounts.size()) + ")")) {
            for (int i = 0; i < accounts.size(); i++) {
                statement.setString(i + 1, accounts.get(i).key());
            }
            try (ResultSet rows = statement.executeQuery()) {
                Set<String> taken = new HashSet<>();
                while (rows.next()) {
                    taken.add(rows.getString(1));
                }
                return taken;
            }
        }
    }

    private void readTrunks(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + trunks + " ORDER BY "
                + database.sortedName().replace("username", "trunk_name") + " LIMIT ?")) {
            statement.setInt(1, PAGE);
            statement.executeQuery().close();
        }
    }

    private List<BareUser> insert(Connection connection, List<Account> accounts, long generation) throws SQLException {
        LocalDateTime now = now();
        try (PreparedStatement batch =
                connection.prepareStatement("INSERT INTO " + names + " (name_key, kind, name) VALUES (?, ?, ?)")) {
            for (Account account : accounts) {
                batch.setString(1, account.key());
                batch.setString(2, "USER");
                batch.setString(3, account.name());
                batch.addBatch();
            }
            batch.executeBatch();
        }
        try (PreparedStatement batch = connection.prepareStatement("INSERT INTO " + users + " ("
                + String.join(", ", BareRows.COLUMNS) + ") VALUES (" + marks(BareRows.COLUMNS.size()) + ")")) {
            for (Account account : accounts) {
                userRows.bind(batch, account, now);
                batch.addBatch();
            }
            batch.executeBatch();
        }
        List<BareUser> stored = readBack(connection, accounts);
        note(connection, stored, generation);
        return stored;
    }

    private List<BareUser> readBack(Connection connection, List<Account> accounts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT * FROM " + users + " WHERE username IN (" + marks(accounts.size()) + ")")) {
            for (int i = 0; i < accounts.size(); i++) {
                statement.setString(i + 1, accounts.get(i).name());
            }
            Map<String, BareUser> byName = new LinkedHashMap<>();
            userRows.read(statement).forEach(user -> byName.put(user.name(), user));
            return accounts.stream().map(account -> byName.get(account.name())).toList();
        }
    }

    private void note(Connection connection, List<BareUser> stored, long generation) throws SQLException {
        LocalDateTime now = now();
        try (PreparedStatement batch = connection.prepareStatement("INSERT INTO " + changes
                + " (generation, kind, name_key, name, action, version, actor, changed_at, state)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (BareUser user : stored) {
                batch.setLong(1, generation);
                batch.setString(2, "USER");
                batch.setString(3, user.name().toLowerCase(Locale.ROOT));
                batch.setString(4, user.name());
                batch.setString(5, "CREATED");
                batch.setLong(6, user.version());
                batch.setString(7, "system");
                batch.setObject(8, now);
                batch.setString(9, userRows.stateOf(user, generation));
                batch.addBatch();
            }
            batch.executeBatch();
        }
    }

    /** Goes through all users in order, page by page. Returns how many there are. */
    int readAll() {
        return inTransaction(database.isolation(), connection -> {
            generation(connection);
            int count = 0;
            String after = null;
            List<BareUser> page;
            do {
                page = page(connection, after);
                count += page.size();
                after = page.isEmpty() ? null : page.get(page.size() - 1).name();
            } while (page.size() == PAGE);
            return count;
        });
    }

    private void generation(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT generation FROM " + state + " WHERE id = 1");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
        }
    }

    private List<BareUser> page(Connection connection, String after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + users
                + (after == null ? "" : " WHERE " + database.sortedName() + " > ?") + " ORDER BY "
                + database.sortedName() + " LIMIT ?")) {
            if (after != null) {
                statement.setString(1, after);
            }
            statement.setInt(after == null ? 1 : 2, PAGE);
            return userRows.read(statement);
        }
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
