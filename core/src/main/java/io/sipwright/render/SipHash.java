package io.sipwright.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * SipHash-2-4, a keyed hash of 64 bits (Aumasson and Bernstein, 2012). Whoever lacks the key learns nothing about what
 * was hashed, not even by trying. Takes texts one after the other, each with its length, so that "ab" + "c" differs
 * from "a" + "bc". Not thread-safe.
 *
 * <p>Collects all texts first and hashes them in one loop, whose state then stays in registers.
 */
final class SipHash {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long k0;
    private final long k1;
    private byte[] bytes = new byte[512]; // enough for most sections
    private int length;

    SipHash(byte[] key) {
        if (key.length != 16) {
            throw new IllegalArgumentException("A stamp key has 16 bytes, not " + key.length);
        }
        k0 = (long) LONGS.get(key, 0);
        k1 = (long) LONGS.get(key, 8);
    }

    /** Adds a text: the number of its bytes in UTF-8, then these. */
    void add(String text) {
        if (!isAscii(text)) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            addLength(encoded.length);
            for (byte b : encoded) {
                addByte(b);
            }
            return;
        }
        addLength(text.length());
        addAscii(text);
    }

    @SuppressWarnings("deprecation") // it takes the low byte of each char, which for ASCII is all of it
    private void addAscii(String text) {
        ensure(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    private void addLength(int bytesOfText) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            addByte(bytesOfText >>> shift);
        }
    }

    void addByte(int b) {
        ensure(1);
        bytes[length++] = (byte) b;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Room for more bytes, and always for the padding behind them. */
    private void ensure(int more) {
        if (bytes.length - length < more + Long.BYTES) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more + Long.BYTES));
        }
    }

    /** The hash of all that was added. */
    long finish() {
        int last = length & -Long.BYTES; // where the word with the padding begins
        Arrays.fill(bytes, length, last + Long.BYTES, (byte) 0);
        bytes[last + Long.BYTES - 1] = (byte) length;

        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        for (int at = 0; at <= last; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            v3 ^= word;
            for (int round = 0; round < 2; round++) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= word;
        }
        v2 ^= 0xff;
        for (int round = 0; round < 4; round++) { // the same round; a method could not return four numbers
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
