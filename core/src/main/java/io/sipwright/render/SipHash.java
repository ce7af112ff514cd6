package io.sipwright.render;

/**
 * SipHash-2-4, a keyed hash of 64 bits (Aumasson and Bernstein, 2012). Whoever lacks the key learns nothing about what
 * was hashed, not even by trying. Takes texts one after the other, each with its length, so that "ab" + "c" differs
 * from "a" + "bc". Not thread-safe.
 */
final class SipHash {

    private final long k0;
    private final long k1;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long word;
    private int filled; // bytes in word
    private int length; // of all, in bytes

    SipHash(byte[] key) {
        if (key.length != 16) {
            throw new IllegalArgumentException("A stamp key has 16 bytes, not " + key.length);
        }
        k0 = littleEndian(key, 0);
        k1 = littleEndian(key, 8);
        reset();
    }

    private static long littleEndian(byte[] bytes, int from) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }

    void reset() {
        v0 = k0 ^ 0x736f6d6570736575L;
        v1 = k1 ^ 0x646f72616e646f6dL;
        v2 = k0 ^ 0x6c7967656e657261L;
        v3 = k1 ^ 0x7465646279746573L;
        word = 0;
        filled = 0;
        length = 0;
    }

    /** Adds a text: its length, then each char as two bytes. */
    void add(String text) {
        int chars = text.length();
        addShort(chars & 0xffff);
        addShort(chars >>> 16);
        for (int i = 0; i < chars; i++) {
            addShort(text.charAt(i));
        }
    }

    void addByte(int b) {
        word |= (b & 0xffL) << (8 * filled);
        length++;
        if (++filled == 8) {
            block();
        }
    }

    private void addShort(int value) {
        addByte(value);
        addByte(value >>> 8);
    }

    private void block() {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
        word = 0;
        filled = 0;
    }

    private void round() {
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

    /** The hash of all that was added since the last reset. */
    long finish() {
        word |= (long) length << 56;
        block();
        v2 ^= 0xff;
        round();
        round();
        round();
        round();
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
