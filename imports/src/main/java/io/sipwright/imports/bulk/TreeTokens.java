package io.sipwright.imports.bulk;

import java.io.Reader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * The tokens of JSON or YAML, one after the other, with their lines. In YAML, an alias or a tag makes the file one that can't
 * be stored: nothing is multiplied, and nothing is made of any type. Not thread-safe.
 */
final class TreeTokens implements AutoCloseable {

    private static final int DEPTH = 20;

    private final JsonParser parser;
    private final BulkProblems problems;

    private int lastLine;

    private TreeTokens(JsonParser parser, BulkProblems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    static TreeTokens of(BulkFormat format, Reader text, BulkReading reading) {
        BulkLimits limits = reading.limits();
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(limits.rowLength())
                .maxNameLength(200)
                .maxNumberLength(100)
                .build();
        return new TreeTokens(
                factory(format, constraints, limits).createParser(ObjectReadContext.empty(), text), reading.problems());
    }

    private static TokenStreamFactory factory(BulkFormat format, StreamReadConstraints constraints, BulkLimits limits) {
        if (format == BulkFormat.JSON) {
            return JsonFactory.builder().streamReadConstraints(constraints).build();
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit((int) Math.min(limits.bytes(), Integer.MAX_VALUE - 1))
                .build();
        return YAMLFactory.builder()
                .streamReadConstraints(constraints)
                .loadSettings(settings)
                .build();
    }

    /** The next token; null at the end. */
    @Nullable
    JsonToken next() {
        JsonToken token = parser.nextToken();
        lastLine = line();
        if (token != null && parser instanceof YAMLParser yaml) {
            refuseAliasesAndTags(yaml);
        }
        return token;
    }

    private void refuseAliasesAndTags(YAMLParser yaml) {
        if (yaml.isCurrentAlias()) {
            problems.file(line(), "", "yaml.alias", "Aliases (*name) are not read. Write the value itself.");
        } else if (yaml.getTypeId() != null) {
            problems.file(line(), "", "yaml.tag", "Tags (!name) are not read. Write the value without one.");
        }
    }

    JsonToken current() {
        return Objects.requireNonNull(parser.currentToken(), "token");
    }

    /** The token as it stands there. */
    String text() {
        return parser.getString();
    }

    int line() {
        return line(parser.currentTokenLocation());
    }

    /** The line of the last token that there was. */
    int lastLine() {
        return lastLine;
    }

    static int line(@Nullable TokenStreamLocation location) {
        return location == null ? 0 : Math.max(0, location.getLineNr());
    }

    /** Goes to the end of the array or object that has begun, if one has. */
    void skip() {
        parser.skipChildren();
    }

    @Override
    public void close() {
        parser.close();
    }
}
