package io.sipwright.testkit.ami;

import java.nio.charset.StandardCharsets;

/** Text of the protocol as bytes, and counts of them. */
final class AmiText {
    private AmiText() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static int notNegative(int count) {
        return (int) notNegative((long) count);
    }

    static long notNegative(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("Must be 0 or more: " + count);
        }
        return count;
    }

    /** An event nobody waits for. */
    static byte[] event(long number) {
        return bytes("Event: VarSet\r\nPrivilege: dialplan,all\r\nVariable: NOISE\r\nValue: " + number + "\r\n\r\n");
    }
}
