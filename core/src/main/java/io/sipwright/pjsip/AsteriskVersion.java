package io.sipwright.pjsip;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A major version of Asterisk whose options were measured. For a version between two of them take the older one: no
 * option of 16 was removed up to 22.
 */
public enum AsteriskVersion {
    V16(16),
    V22(22);

    private final int major;

    AsteriskVersion(int major) {
        this.major = major;
    }

    public int major() {
        return major;
    }

    /** The version for a text such as {@code 22}, {@code 22.10.1} or {@code v16}; 16 serves for 17 to 21. */
    public static Optional<AsteriskVersion> parse(String text) {
        String digits = text.strip().replaceFirst("^[vV]", "").replaceFirst("[.~+-].*$", "");
        if (!digits.matches("\\d{1,4}")) {
            return Optional.empty();
        }
        int wanted = Integer.parseInt(digits);
        return Arrays.stream(values())
                .filter(version -> version.major <= wanted)
                .reduce((older, newer) -> newer);
    }

    /** All supported major versions as a text for messages. */
    public static String supported() {
        return Arrays.stream(values()).map(AsteriskVersion::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return Integer.toString(major);
    }
}
