package io.sipwright.imports;

import io.sipwright.BatchPreview;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.store.InMemoryStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.validation.SecretPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Libraries with nothing stored, and imports into them. */
final class ImportBench {

    static final String SECRET = "Vk7qLw2-Zr9xTm4";

    private static final Sipwright STRICT = library(SecretPolicy.standard());
    private static final Sipwright LENIENT = library(SecretPolicy.any());

    final Sipwright sipwright;

    private ImportBench(Sipwright sipwright) {
        this.sipwright = sipwright.with(new InMemoryStore());
    }

    /** With the usual demands on passwords. */
    static ImportBench strict() {
        return new ImportBench(STRICT);
    }

    /** Any password will do. */
    static ImportBench lenient() {
        return new ImportBench(LENIENT);
    }

    private static Sipwright library(SecretPolicy policy) {
        return Sipwright.builder()
                .store(new InMemoryStore())
                .target(ConfigFiles.in(Path.of("never-written")))
                .applying(Applying.ON_REQUEST)
                .secretPolicy(policy)
                .build();
    }

    PjsipImport importing() {
        return PjsipImport.into(sipwright);
    }

    PjsipImportPreview read(String text) {
        return importing().read("pjsip.conf", text);
    }

    boolean isEmpty() {
        return sipwright.trunks().list().isEmpty() && sipwright.users().list().isEmpty();
    }

    static List<BatchPreview.Action> actions(PjsipImportPreview preview) {
        return Stream.concat(
                        preview.changes().trunks().stream().map(BatchPreview.Row::action),
                        preview.changes().users().stream().map(BatchPreview.Row::action))
                .toList();
    }

    /** What users and trunks are called that were found. */
    static List<String> names(PjsipImportPreview preview) {
        return Stream.concat(
                        preview.trunks().stream()
                                .map(trunk -> "trunk " + trunk.spec().name()),
                        preview.users().stream()
                                .map(user -> "user " + user.spec().name()))
                .toList();
    }

    /** A phone with all that it needs. */
    static String phone(String name) {
        return """
                [$]
                type=endpoint
                auth=$
                aors=$
                [$]
                type=auth
                username=$
                password=SECRET
                [$]
                type=aor
                max_contacts=1
                """.replace("$", name).replace("SECRET", SECRET);
    }

    static Path write(Path directory, String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
