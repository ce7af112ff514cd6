package io.sipwright.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON, and says in plain words why it is none. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static final String RELATIVE = "a relative path counts from " + Path.of("").toAbsolutePath();

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** What the parser says of the commonest mistakes, and what a person would. */
    private static final Map<Pattern, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(
                Pattern.compile("\\(non-standard\\) comment"),
                "JSON has no comments; what people should know goes into 'notes'");
        WORDS.put(Pattern.compile("[Dd]uplicate.*property \"([^\"]*)\""), "duplicate key: '$1' stands twice");
        WORDS.put(
                Pattern.compile("end-of-input"),
                "the text ends too early; a quote, a ']' or a '}' is missing, or a part of the file");
        WORDS.put(Pattern.compile("was expecting comma"), "a comma or a closing bracket is missing before this place");
        WORDS.put(Pattern.compile("'\\}' .*was expecting double-quote"), "there is a comma before '}': take it out");
        WORDS.put(
                Pattern.compile("was expecting double-quote"),
                "a key must stand in double quotes: \"kind\", not 'kind' or kind");
        WORDS.put(Pattern.compile("'\\]' .*expected a valid value"), "there is a comma before ']': take it out");
        WORDS.put(Pattern.compile("was expecting a colon"), "a colon is missing between a key and its value");
        WORDS.put(
                Pattern.compile("Illegal unquoted character"),
                "a line break or another control character stands in a text; write \\\\n, or an array of texts");
        WORDS.put(
                Pattern.compile("was expecting.*JSON String|Unrecognized token|expected a valid value"),
                "expected a text in double quotes, a number, true, false, null, an array or an object");
        WORDS.put(
                Pattern.compile("FAIL_ON_TRAILING_TOKENS|[Tt]railing|expected close marker"),
                "something follows after the end of the object, or a bracket closes nothing");
    }

    private JsonText() {}

    /** What it was refused for. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** The object of a text. */
    static ObjectNode parse(String text) throws Refused {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (json.isBlank()) {
            throw new Refused("expected a JSON object; the file is empty");
        }
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new Refused(
                    node.isArray()
                            ? "expected a JSON object; several templates stand in"
                                    + " {\"catalogue\": {\"id\": …, \"version\": …}, \"templates\": […]}"
                            : "expected a JSON object");
        } catch (StreamConstraintsException e) {
            throw new Refused("expected JSON of a template; this is nested too deeply, or a part of it is too long");
        } catch (JacksonException e) {
            throw new Refused("expected JSON: " + inWords(e.getOriginalMessage()) + place(e.getLocation()));
        }
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String inWords(String parser) {
        for (Map.Entry<Pattern, String> words : WORDS.entrySet()) {
            Matcher matcher = words.getKey().matcher(parser);
            if (matcher.find()) {
                return matcher.groupCount() == 0
                        ? words.getValue()
                        : words.getValue().replace("$1", matcher.group(1));
            }
        }
        return parser.replaceAll(" \\(start marker at .*?\\)\\)?", "").replaceAll(" \\(code \\d+[^)]*\\)", "");
    }

    /** The text of a file. */
    static String read(Path file) throws Refused {
        if (Files.isDirectory(file)) {
            throw new Refused("expected a file; this is a directory, which addDirectory takes");
        }
        try {
            return decoded(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Refused("there is no such file; " + RELATIVE);
        } catch (IOException e) {
            throw new Refused("can't be read: " + e);
        }
    }

    private static String decoded(byte[] bytes) throws Refused {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (!result.isError()) {
            return text.toString();
        }
        String good = text.toString();
        long line = good.chars().filter(c -> c == '\n').count() + 1;
        int column = good.length() - good.lastIndexOf('\n');
        boolean wide = bytes.length > 1 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1);
        throw new Refused("expected text in UTF-8; "
                + (wide ? "this is UTF-16" : "line " + line + ", column " + column + " is not")
                + ": save the file as UTF-8");
    }
}
