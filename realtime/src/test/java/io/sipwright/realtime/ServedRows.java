package io.sipwright.realtime;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The rows as nodes read them, over connections of their own. Thread-safe. */
final class ServedRows implements AutoCloseable {

    private final HikariDataSource pool;

    ServedRows(DataSource database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(connections);
        config.setPoolName("fake");
        config.setConnectionTimeout(300_000);
        pool = new HikariDataSource(config);
    }

    /** The columns that say something, of those of some ids that are there. */
    Map<String, Map<String, String>> find(String type, Collection<String> ids) {
        String table = RowTable.ofType(type).orElseThrow().table();
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT * FROM " + table + " WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Map<String, String>> found = new HashMap<>();
                while (rows.next()) {
                    found.put(rows.getString("id"), columns(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> columns(ResultSet rows) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        ResultSetMetaData names = rows.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            String value = rows.getString(i);
            if (value != null) {
                columns.put(names.getColumnName(i), value);
            }
        }
        return columns;
    }

    @Override
    public void close() {
        pool.close();
    }
}
