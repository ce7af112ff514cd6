package io.sipwright.pjsip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes elements as the text of a {@code pjsip.conf}; the only place of the library that makes such text. UTF-8,
 * LF line ends, {@code name=value}, a blank line after each section and each block.
 *
 * <p>Every name and value passes one gate: a semicolon is escaped, and what Asterisk would misread is refused with an
 * {@link UnwritableException} before a byte of that element is written. {@link PjsipParser} reads back what was
 * written: {@code parse(write(d)).document()} equals {@code d}.
 *
 * <p>Not thread-safe. Memory does not grow with the number of elements.
 */
public final class PjsipWriter implements AutoCloseable {

    private final OutputStream out;
    private final LineBuffer buffer = new LineBuffer();
    private boolean gapWanted;

    private PjsipWriter(OutputStream out) {
        this.out = out;
    }

    /** A writer to a stream, which {@link #close()} flushes but leaves open. */
    public static PjsipWriter to(OutputStream out) {
        return new PjsipWriter(out);
    }

    /** Writes a whole document. */
    public static byte[] toBytes(PjsipDocument document) {
        var bytes = new ByteArrayOutputStream();
        try (PjsipWriter writer = to(bytes)) {
            document.elements().forEach(writer::write);
        }
        return bytes.toByteArray();
    }

    /** Writes a whole document as a string. */
    public static String toString(PjsipDocument document) {
        return new String(toBytes(document), StandardCharsets.UTF_8);
    }

    /**
     * Writes one element.
     *
     * @throws UnwritableException if Asterisk would misread it; nothing of the element is written then
     * @throws UncheckedIOException if the stream fails
     */
    public void write(PjsipElement element) {
        int start = buffer.position();
        boolean gapBefore = gapWanted;
        try {
            if (gapWanted) {
                buffer.lineFeed();
            }
            if (element instanceof Section section) {
                section(section);
                gapWanted = true;
            } else if (element instanceof Comment comment) {
                comment("comment", comment);
                gapWanted = comment.isBlockEnd();
            }
        } catch (UnwritableException e) {
            buffer.reset(start);
            gapWanted = gapBefore;
            throw e;
        }
        if (buffer.isFull()) {
            drain();
        }
    }

    private void section(Section section) {
        String name = section.name();
        Optional<Refusal> refusal = PjsipText.refuseSectionName(name);
        if (refusal.isPresent()) {
            throw new UnwritableException("section name", refusal.get());
        }
        buffer.ascii('[');
        buffer.escaped(name);
        buffer.ascii(']');
        buffer.lineFeed();
        for (SectionEntry entry : section.entries()) {
            if (entry instanceof Option option) {
                option(name, option);
            } else if (entry instanceof Comment comment) {
                comment("comment in [" + name + "]", comment);
            }
        }
    }

    private void option(String section, Option option) {
        byte[] line = option.line();
        if (line != null) {
            buffer.copy(line);
            return;
        }
        Refusal refusal = buffer.option(option.name(), option.value());
        if (refusal != null) {
            String name = refusal == Refusal.BAD_OPTION_NAME ? "option name" : option.name();
            throw new UnwritableException("[" + section + "] " + name, refusal);
        }
    }

    private void comment(String place, Comment comment) {
        // With a blank behind the semicolon any text is harmless; ";--" would open a block comment.
        buffer.ascii(';');
        if (!comment.text().isEmpty()) {
            buffer.ascii(' ');
            Refusal refusal = buffer.comment(comment.text());
            if (refusal != null) {
                throw new UnwritableException(place, refusal);
            }
        }
        buffer.lineFeed();
    }

    private void drain() {
        try {
            buffer.drainTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands all that was written to the stream and flushes it. */
    @Override
    public void close() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
