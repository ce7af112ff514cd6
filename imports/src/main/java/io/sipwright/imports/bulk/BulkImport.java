package io.sipwright.imports.bulk;

import io.sipwright.BatchProgress;
import io.sipwright.Sipwright;
import io.sipwright.store.ObjectKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Stores the users and trunks of a CSV, JSON or YAML file, after a preview.
 *
 * <pre>{@code
 * BulkPreview preview = BulkImport.of(sipwright).preview(Path.of("users.csv"));
 * System.out.println(preview);
 * preview.store();
 * }</pre>
 *
 * <p>An object with a new name is created; one with a known name is replaced as a whole, so that what the file does not give
 * goes back to its default. Objects that the file does not name stay as they are. Immutable and thread-safe.
 */
public final class BulkImport {

    private final Sipwright sipwright;
    private final BulkLimits limits;
    private final boolean generateSecrets;
    private final @Nullable ObjectKind kind;
    private final BatchProgress progress;

    private BulkImport(Builder builder) {
        sipwright = builder.sipwright;
        limits = builder.limits;
        generateSecrets = builder.generateSecrets;
        kind = builder.kind;
        progress = builder.progress;
    }

    /** With the usual settings. */
    public static BulkImport of(Sipwright sipwright) {
        return builder(sipwright).build();
    }

    public static Builder builder(Sipwright sipwright) {
        return new Builder(sipwright);
    }

    /**
     * Reads a file, and says what would become of each row. Stores nothing, and does not throw for what is wrong with the
     * file: {@link BulkPreview#problems} has it.
     *
     * @throws IllegalArgumentException if the name ends neither in {@code .csv}, {@code .tsv}, {@code .json}, {@code .yaml}
     *     nor {@code .yml}
     */
    public BulkPreview preview(Path file) {
        String name = String.valueOf(file.getFileName());
        BulkFormat format = BulkFormat.ofFile(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The name of a bulk file ends in .csv, .tsv, .json, .yaml or .yml: " + name));
        try (InputStream in = Files.newInputStream(file)) {
            return preview(name, format, in);
        } catch (NoSuchFileException e) {
            return unreadable(name, format, "There is no such file.");
        } catch (IOException e) {
            return unreadable(name, format, "The file can't be read.");
        }
    }

    /**
     * The same for a file from elsewhere, such as an upload.
     *
     * @param name of the file, for messages
     * @param in read to its end, and left open
     */
    public BulkPreview preview(String name, BulkFormat format, InputStream in) {
        BulkProblems problems = new BulkProblems(name);
        BulkReading reading = new BulkReading(sipwright, limits, problems);
        BulkParsing.read(format, new Utf8Text(in, limits.bytes()), reading, kind);
        return judged(name, format, reading);
    }

    private BulkPreview unreadable(String name, BulkFormat format, String message) {
        BulkProblems problems = new BulkProblems(name);
        problems.file(0, "", "file.unreadable", message);
        return judged(name, format, new BulkReading(sipwright, limits, problems));
    }

    private BulkPreview judged(String name, BulkFormat format, BulkReading reading) {
        MissingSecrets secrets = MissingSecrets.fill(sipwright, reading.users(), generateSecrets);
        return new BulkPreview(new BulkJudgement(sipwright, name, format, reading, secrets, progress));
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {

        private final Sipwright sipwright;
        private BulkLimits limits = BulkLimits.USUAL;
        private boolean generateSecrets;
        private @Nullable ObjectKind kind;
        private BatchProgress progress = BatchProgress.ignored();

        private Builder(Sipwright sipwright) {
            this.sipwright = sipwright;
        }

        /** What the file holds; found by its columns and members by default. */
        public Builder kind(ObjectKind value) {
            kind = value;
            return this;
        }

        /**
         * Whether users may lack a secret in the file: those that are stored keep theirs, for new ones one is made, which
         * {@link BulkResult#generatedSecrets} tells. False by default: a missing secret is a problem.
         */
        public Builder generateSecrets(boolean value) {
            generateSecrets = value;
            return this;
        }

        /** Told how far a long preview or storing is; nobody by default. */
        public Builder progress(BatchProgress value) {
            progress = value;
            return this;
        }

        /** Largest file; 64 MiB by default. */
        public Builder maxBytes(long value) {
            limits = limits.withBytes(value);
            return this;
        }

        /** Most objects; 100,000 by default. */
        public Builder maxRows(int value) {
            limits = limits.withRows(value);
            return this;
        }

        /** Longest row of CSV, and longest text in JSON and YAML; 100,000 characters by default. */
        public Builder maxRowLength(int value) {
            limits = limits.withRowLength(value);
            return this;
        }

        /** Most columns of CSV, and most members of an object; 500 by default. */
        public Builder maxFields(int value) {
            limits = limits.withFields(value);
            return this;
        }

        public BulkImport build() {
            return new BulkImport(this);
        }
    }
}
