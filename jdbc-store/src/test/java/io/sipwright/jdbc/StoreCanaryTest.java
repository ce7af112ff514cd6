package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A password stands in the files and nowhere else: in no table, message, answer, or log line, and if drivers log all. */
@Timeout(120)
class StoreCanaryTest {

    /** A line of a dump of packets: the bytes in hex, then as text. */
    private static final Pattern DUMP = Pattern.compile("\\| (?:[0-9A-F]{2} +)+ *\\| (.{1,16}?) *\\|");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource
    void aPasswordIsNowhereButInTheFiles(TestDatabase database) throws Exception {
        Path files = Files.createDirectory(temporary.resolve("asterisk"));
        List<String> output = output(url(database), database.newTablesNotMade().prefix, files);

        for (String sign : List.of(
                "opened: true",
                "sealed:tink1:",
                "TRACE io.sipwright",
                "lost during the commit",
                "There is already a SIP user",
                "StaleVersionException",
                "SecretCipherException",
                loggedByTheDriver(database))) {
            assertThat(output.stream().anyMatch(line -> line.contains(sign)))
                    .as(sign)
                    .isTrue();
        }
        assertThat(output).filteredOn(line -> line.contains("Canary-7")).isEmpty();
        assertThat(dumped(output)).doesNotContain("Canary-7");
        assertThat(filesWithCanary(files))
                .isNotEmpty()
                .allMatch(name -> name.matches("\\.?pjsip_(users|trunks)\\.conf(\\.lkg)?"));
    }

    private List<String> output(String url, String prefix, Path files) throws IOException, InterruptedException {
        Path output = temporary.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreCanaryProgram.class.getName(),
                        url,
                        prefix,
                        files.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String url(TestDatabase database) throws SQLException {
        if (database == TestDatabase.H2) {
            return "jdbc:h2:mem:canary;DB_CLOSE_DELAY=-1;TRACE_LEVEL_SYSTEM_OUT=3";
        }
        try (Connection connection = database.newTablesNotMade().dataSource.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private static String loggedByTheDriver(TestDatabase database) {
        return switch (database) {
            case H2 -> "/*SQL";
            case POSTGRESQL -> "<=BE ";
            case MARIADB -> "TRACE org.mariadb";
        };
    }

    private static String dumped(List<String> output) {
        return output.stream()
                .map(DUMP::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.joining());
    }

    private static List<String> filesWithCanary(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (Files.readString(file).contains("Canary-7")) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        return names;
    }
}
