package io.sipwright.apply;

import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file means, apart from how it is written. Never shown: whoever has it could try passwords on it. Not thread-safe.
 */
final class ElementDigest {

    private final MessageDigest digest = sha256();

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }

    void add(PjsipElement element) {
        if (element instanceof Section section) {
            add('S', section.name());
            section.entries().forEach(this::addEntry);
        } else if (element instanceof Comment comment) {
            add('C', comment.text());
        }
    }

    private void addEntry(SectionEntry entry) {
        if (entry instanceof Option option) {
            add('O', option.name());
            add('=', option.value());
        } else if (entry instanceof Comment comment) {
            add('C', comment.text());
        }
    }

    private void add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(6).putChar(kind).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /** The digest of all that was added; ends it. */
    String end() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
