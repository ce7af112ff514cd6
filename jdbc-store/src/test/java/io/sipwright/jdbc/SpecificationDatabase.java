package io.sipwright.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that a test runs on; each call makes one that no other test sees. */
enum SpecificationDatabase {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return dataSource;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            String schema = "s" + PostgreSqlServer.newPrefix() + "own";
            Sql.execute(PostgreSqlServer.dataSource(), "CREATE SCHEMA " + schema);
            PGSimpleDataSource dataSource = (PGSimpleDataSource) PostgreSqlServer.dataSource();
            dataSource.setCurrentSchema(schema);
            return dataSource;
        }
    },
    MARIADB {
        @Override
        DataSource empty() {
            String database = "d" + MariaDbServer.newPrefix() + "own";
            Sql.execute(MariaDbServer.dataSource(), "CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
            try {
                MariaDbDataSource dataSource = (MariaDbDataSource) MariaDbServer.dataSource();
                dataSource.setUrl(Objects.requireNonNull(dataSource.getUrl()).replaceFirst("/test", "/" + database));
                return dataSource;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    /** A database with nothing in it. */
    abstract DataSource empty();

    /** A database with the tables of the specification, and no others. */
    DataSource specification() {
        return specification("");
    }

    /** The same, with something before the names of the tables. */
    DataSource specification(String qualifier) {
        DataSource dataSource = empty();
        Sql.execute(dataSource, ddl(qualifier).toArray(String[]::new));
        return dataSource;
    }

    List<String> ddl(String qualifier) {
        String resource = "specification/" + name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = SpecificationDatabase.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replace("CREATE TABLE ", "CREATE TABLE " + qualifier);
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
