package io.sipwright.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The numbered scripts of one database, with the names of the tables filled in. */
final class SchemaScript {

    /** All scripts, in the order in which they apply. */
    private static final List<String> SCRIPTS = List.of("V1__sipwright.sql");

    private SchemaScript() {}

    /** Number of the newest script. */
    static int newest() {
        return SCRIPTS.size();
    }

    /** The text of all scripts, to be run by hand or by a migration tool. */
    static String text(Database database, Tables tables) {
        StringBuilder text = new StringBuilder();
        for (String script : SCRIPTS) {
            text.append(read("schema/" + database.folder() + "/" + script)
                    .replace("${table}", tables.qualifier())
                    .replace("${prefix}", tables.prefix()));
        }
        return text.toString();
    }

    /** The statements of all scripts. */
    static List<String> statements(Database database, Tables tables) {
        String withoutComments = text(database, tables).replaceAll("(?m)^--.*$", "");
        return Arrays.stream(withoutComments.split(";\\s*(\\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String read(String resource) {
        try (InputStream in = SchemaScript.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource + " is not in the jar").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
