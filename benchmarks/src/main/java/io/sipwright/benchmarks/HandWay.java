package io.sipwright.benchmarks;

import io.sipwright.testkit.AsteriskServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The least that has to be done with rows: plain statements, in one transaction for each change. */
record HandWay(DataSource database, List<AsteriskServer> nodes) implements Way {

    @Override
    public String label() {
        return "rows by hand";
    }

    @Override
    public String prefix() {
        return "hand";
    }

    @Override
    public void create(String user, String password) {
        run(
                List.of("INSERT INTO ps_aors (id, max_contacts, remove_existing) VALUES (?, '1', 'yes')", user),
                List.of(
                        "INSERT INTO ps_auths (id, auth_type, username, password) VALUES (?, 'userpass', ?, ?)",
                        user,
                        user,
                        password),
                List.of(
                        "INSERT INTO ps_endpoints (id, context, auth, aors, disallow, allow)"
                                + " VALUES (?, 'internal', ?, ?, 'all', 'ulaw')",
                        user,
                        user,
                        user));
    }

    @Override
    public void change(String user, String password) {
        run(List.of("UPDATE ps_auths SET password = ? WHERE id = ?", password, user));
    }

    @Override
    public void delete(String user) {
        run(
                List.of("DELETE FROM ps_endpoints WHERE id = ?", user),
                List.of("DELETE FROM ps_auths WHERE id = ?", user),
                List.of("DELETE FROM ps_aors WHERE id = ?", user));
    }

    /** Each a statement and its values. */
    @SafeVarargs
    private void run(List<String>... statements) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (List<String> sql : statements) {
                try (PreparedStatement statement = connection.prepareStatement(sql.get(0))) {
                    for (int i = 1; i < sql.size(); i++) {
                        statement.setString(i, sql.get(i));
                    }
                    statement.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
