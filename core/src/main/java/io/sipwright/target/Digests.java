package io.sipwright.target;

import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.pjsip.SectionEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, and of the meaning of elements apart from how they are written. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String ofBytes(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return hex(digest);
    }

    static String ofFile(Disk disk, Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = disk.read(file)) {
            int read;
            while ((read = in.read(buffer)) > 0) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    /** Adds an element: each part with its length, so that no two documents give the same bytes. */
    static void add(MessageDigest digest, PjsipElement element) {
        if (element instanceof Section section) {
            add(digest, 'S', section.name());
            for (SectionEntry entry : section.entries()) {
                if (entry instanceof Option option) {
                    add(digest, 'O', option.name());
                    add(digest, '=', option.value());
                } else if (entry instanceof Comment comment) {
                    add(digest, 'c', comment.text());
                }
            }
        } else if (element instanceof Comment comment) {
            add(digest, 'C', comment.text());
        }
    }

    private static void add(MessageDigest digest, char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(6).putChar(kind).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
