package io.sipwright.spring;

import io.sipwright.jdbc.TinkKeysets;
import io.sipwright.jdbc.TinkSecretCipher;
import io.sipwright.secret.SecretCipher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.core.io.Resource;

/** Finds the keys that the properties tell of. */
final class KeysetSource {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetSource.class);

    private final SipwrightSecretsProperties properties;

    KeysetSource(SipwrightSecretsProperties properties) {
        this.properties = properties;
    }

    SecretCipher cipher(DataSource dataSource) {
        if (properties.plainText()) {
            return SecretCipher.plainText();
        }
        if (properties.keyset() != null) {
            return TinkSecretCipher.ofKeyset(properties.keyset());
        }
        Resource location = properties.keysetLocation();
        if (location != null) {
            return TinkSecretCipher.ofKeyset(read(location));
        }
        if (EmbeddedDatabaseConnection.isEmbedded(dataSource)) {
            return TinkSecretCipher.ofKeyset(OfProcess.KEYSET);
        }
        throw new NoKeysetException("There is no keyset to seal passwords in the database with");
    }

    private String read(Resource location) {
        try {
            if (properties.createKeyset() && !location.exists()) {
                create(location.getFile().toPath());
            }
            return location.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NoKeysetException("The keyset can't be read from " + location.getDescription(), e);
        }
    }

    /** Whole or not at all: an instance that starts at the same time may read it, and a crash may come in between. */
    private static void create(Path file) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), ".keyset", ".tmp", owner);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(TinkKeysets.create());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file);
            LOG.warn(
                    "A new keyset is in {}: keep a copy of it; without it no password in the database can be read",
                    file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another instance was quicker to make {}", file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Ends with the process, like an embedded database, which several contexts of a process may share. */
    private static final class OfProcess {
        static final String KEYSET = TinkKeysets.create();
    }
}
