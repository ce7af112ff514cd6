package io.sipwright.imports.bulk;

import io.sipwright.store.ObjectKind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads the text of a file in its format, as far as it can be understood. */
final class BulkParsing {

    private static final String MALFORMED = "file.malformed";

    private BulkParsing() {}

    static void read(BulkFormat format, Utf8Text text, BulkReading reading, @Nullable ObjectKind kind) {
        BulkProblems problems = reading.problems();
        try {
            if (format == BulkFormat.CSV) {
                new CsvFile(text, reading).read(kind);
            } else {
                readTree(TreeTokens.of(format, text, reading), text, reading, kind);
            }
        } catch (IOException | JacksonException | YamlEngineException e) {
            Utf8Text.Fault fault = text.fault();
            if (fault == null) {
                problems.file(0, "", MALFORMED, "Can't be understood.");
            } else {
                problems.file(fault.line(), "", fault.code(), fault.message());
            }
        }
    }

    /** What is said of a mistake leaves out the message of the exception: it quotes the text, which may hold a secret. */
    private static void readTree(TreeTokens tokens, Utf8Text text, BulkReading reading, @Nullable ObjectKind kind) {
        try (tokens) {
            new TreeFile(tokens, reading).read(kind);
        } catch (StreamConstraintsException e) {
            String message = "A text is too long, or arrays and objects are nested too deeply.";
            reading.problems().file(tokens.lastLine(), "", "file.over_limit", message);
        } catch (JacksonException | YamlEngineException e) {
            if (text.fault() != null) {
                throw e; // it has a better reason
            }
            reading.problems().file(line(e, tokens), "", MALFORMED, "Can't be understood from here on.");
        }
    }

    private static int line(RuntimeException e, TreeTokens tokens) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked
                    && marked.getProblemMark().isPresent()) {
                return marked.getProblemMark().get().getLine() + 1;
            }
        }
        int line = e instanceof JacksonException failure ? TreeTokens.line(failure.getLocation()) : 0;
        return line == 0 ? tokens.lastLine() : line;
    }
}
