package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that sets a collation is run where the column is wide enough, too, and leaves its width. */
class WideningTest {

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200})
    void a_name_gets_its_collation_and_is_never_narrowed(int width) throws SQLException {
        TestTables tables = TestDatabase.MARIADB.newTablesNotMade();
        tables.execute("CREATE TABLE " + tables.users() + " (id INTEGER AUTO_INCREMENT PRIMARY KEY,"
                + " username VARCHAR(" + width + ") UNIQUE NOT NULL, secret VARCHAR(100) NOT NULL,"
                + " extension VARCHAR(20) NOT NULL, context VARCHAR(50), codecs VARCHAR(200), max_contacts INTEGER,"
                + " qualify_frequency INTEGER, transport VARCHAR(50), template_type VARCHAR(50), callerid VARCHAR(100),"
                + " voicemail VARCHAR(100), call_limit INTEGER, is_active BOOLEAN, notes TEXT, created_at DATETIME(6),"
                + " updated_at DATETIME(6)) DEFAULT CHARACTER SET latin1");

        SchemaInitializer.of(tables.dataSource, "", tables.prefix).run();

        try (Connection connection = tables.dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT character_maximum_length, collation_name FROM"
                        + " information_schema.columns WHERE column_name = 'username' AND table_name = '"
                        + tables.users() + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(Math.max(100, width));
            assertThat(row.getString(2)).isEqualTo("utf8mb4_nopad_bin");
        }
    }
}
