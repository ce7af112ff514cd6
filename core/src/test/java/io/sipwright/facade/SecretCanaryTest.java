package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.target.ChildJvm;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A password stands in the files and nowhere else: in no log line of any level, message, answer or name. */
@Timeout(60)
class SecretCanaryTest {

    @TempDir
    Path temporary;

    @Test
    void a_password_is_nowhere_but_in_the_files() throws IOException {
        List<String> output;
        try (ChildJvm child = ChildJvm.start(
                List.of(),
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"),
                SecretCanaryProgram.class,
                temporary.toString())) {
            output = child.lines();
        }

        assertThat(output)
                .anyMatch(line -> line.contains("TRACE io.sipwright"))
                .anyMatch(line -> line.contains("edited by someone else"))
                .anyMatch(line -> line.contains("is not an ordinary file"))
                .anyMatch(line -> line.contains("ValidationException"))
                .anyMatch(line -> line.contains("StaleVersionException"))
                .anyMatch(line -> line.contains("password=********"));
        assertThat(output).filteredOn(line -> line.contains("Canary-7")).isEmpty();
        assertThat(temporary.resolve("pjsip_users.conf")).content().contains(SecretCanaryProgram.CANARY);
        assertThat(filesWithCanary())
                .isNotEmpty()
                .allMatch(name -> name.matches("\\.?pjsip_(users|trunks)\\.conf(\\.lkg)?"));
    }

    private List<String> filesWithCanary() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary)) {
            for (Path file : files) {
                if (Files.readString(file).contains("Canary-7")) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        return names;
    }
}
