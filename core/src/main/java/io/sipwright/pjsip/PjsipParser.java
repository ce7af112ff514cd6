package io.sipwright.pjsip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads {@code pjsip.conf} the way Asterisk does: comments and block comments, {@code =}, {@code =>} and {@code +=},
 * templates, appended sections, includes. {@code #exec} is never executed.
 *
 * <p>What Asterisk refuses, or reads only in part because of an error, is a {@link PjsipSyntaxException}; what it
 * silently ignores is a {@link ParseWarning}. Input is bounded: {@value #MAX_INCLUDE_DEPTH} levels of includes and
 * {@value #MAX_OPTIONS} options after all inheritance; appending is bounded as well.
 *
 * <p>Immutable and thread-safe, as far as its resolver is.
 */
public final class PjsipParser {

    static final int MAX_INCLUDE_DEPTH = 10;
    static final int MAX_OPTIONS = 5_000_000;
    static final long MAX_APPENDING = 20_000_000; // options looked through, and each 16 characters copied

    private final IncludeResolver includes;

    private PjsipParser(IncludeResolver includes) {
        this.includes = includes;
    }

    /** A parser for files without includes. */
    public static PjsipParser create() {
        return new PjsipParser(IncludeResolver.none());
    }

    /** A parser that asks for included files. */
    public static PjsipParser withIncludes(IncludeResolver resolver) {
        return new PjsipParser(resolver);
    }

    /**
     * Reads a text.
     *
     * @param file name for messages
     */
    public ParsedPjsip parse(String file, String text) {
        return parse(file, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads a stream to its end and leaves it open.
     *
     * @param file name for messages
     * @throws PjsipSyntaxException if Asterisk would refuse the file, or lose a part of it
     * @throws UncheckedIOException if the stream fails
     */
    public ParsedPjsip parse(String file, InputStream in) {
        var assembly = new Assembly();
        try {
            new FileReading(assembly, includes, 1).read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return assembly.finish();
    }

    /**
     * Reads what {@link PjsipWriter} wrote, element by element, with memory for one section at a time. Templates,
     * appended sections and directives, which the writer never makes, are a {@link PjsipSyntaxException}.
     *
     * @throws UncheckedIOException if the stream fails
     */
    public static void readWritten(String file, InputStream in, Consumer<? super PjsipElement> elements) {
        var reading = new WrittenReading(elements);
        try {
            reading.read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
