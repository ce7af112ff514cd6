package io.sipwright.examples.plain;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A database, its tables, and the keys of its secrets; the keys are in a file of their own. */
final class ExampleStore implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final JdbcStore store;

    private ExampleStore(HikariDataSource dataSource, JdbcStore store) {
        this.dataSource = dataSource;
        this.store = store;
    }

    /**
     * Opens it, and makes what is missing.
     *
     * @param url of the database; empty for a file of H2 beside the configuration files
     * @param directory of the configuration files
     */
    static ExampleStore open(String url, Path directory) throws IOException {
        Path beside = directory.toAbsolutePath().normalize().resolveSibling(".").normalize();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url.isEmpty() ? "jdbc:h2:file:" + beside.resolve("sipwright") : url);
        config.setMaximumPoolSize(4);
        HikariDataSource dataSource = new HikariDataSource(config);
        try {
            SchemaInitializer.of(dataSource).run();
            TinkSecretCipher cipher = TinkSecretCipher.ofKeyset(keyset(beside.resolve("sipwright-keyset.json")));
            return new ExampleStore(
                    dataSource, JdbcStore.builder(dataSource, cipher).build());
        } catch (IOException | RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    /** Whoever has this file and the database can read every password. */
    private static String keyset(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, TinkKeysets.create());
        }
        return Files.readString(file);
    }

    JdbcStore store() {
        return store;
    }

    /** Which database it is, without user and password. */
    String name() {
        return dataSource.getJdbcUrl().replaceAll("[?;].*", "");
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
