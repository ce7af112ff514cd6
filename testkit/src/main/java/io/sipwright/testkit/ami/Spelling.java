package io.sipwright.testkit.ami;

import io.sipwright.pjsip.OptionType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How Asterisk 22 spells names and values when it is asked for them. */
final class Spelling {
    private static final Set<String> TRUE = Set.of("yes", "true", "y", "t", "1", "on");

    /** Those that answer {@code yes} and {@code no}; all others answer {@code true} and {@code false}. */
    private static final Set<String> YES_OR_NO = Set.of(
            "mwi_subscribe_replaces_unsolicited",
            "send_connected_line",
            "support_outbound",
            "trust_connected_line",
            "webrtc");

    /** Options that write another field, or none. */
    private static final Set<String> HIDDEN = Set.of("type", "disallow", "security_mechanisms");

    private static final Set<String> HIDDEN_IN_ENDPOINTS =
            Set.of("contact_deny", "contact_permit", "contact_user", "deny", "permit");

    private Spelling() {}

    static boolean isShown(String type, String option) {
        boolean isHidden = type.equals("endpoint") && HIDDEN_IN_ENDPOINTS.contains(option);
        return !isHidden && !HIDDEN.contains(option) && !option.startsWith("@") && !option.endsWith("*");
    }

    /** {@code set_var} is shown in events, but reads as empty by itself. */
    static boolean isUnreadable(String option) {
        return HIDDEN.contains(option) || option.equals("set_var");
    }

    /** E.g. {@code RtpSymmetric} for {@code rtp_symmetric}. */
    static String eventName(String type, String option) {
        if (type.equals("aor") && option.equals("contact")) {
            return "Contacts";
        }
        return Arrays.stream(option.split("_")).map(Spelling::capital).collect(Collectors.joining());
    }

    /** A value as it is read back. Of the many kinds only those that differ from what one writes are translated. */
    static String canonical(OptionType option, String value) {
        String name = option.name();
        return switch (option.kind()) {
            case "bool" -> bool(name, isTrue(value));
            case "codec-list" -> codecs(value);
            case "codec-prefs" -> value.replace(": ", ":");
            case "double" -> String.format(Locale.ROOT, "%f", Double.parseDouble(value));
            case "ip-cidr-or-host-list" -> networks(value);
            default ->
                switch (name) {
                    case "callerid" -> value.isEmpty() ? "<unknown>" : value;
                    case "dtls_verify" -> capital(value);
                    case "supported_algorithms_uac", "supported_algorithms_uas" -> value.isEmpty() ? "MD5" : value;
                    default -> value;
                };
        };
    }

    private static String bool(String name, boolean value) {
        if (name.equals("dtls_auto_generate_cert")) {
            return value ? "Yes" : "No";
        }
        if (YES_OR_NO.contains(name)) {
            return value ? "yes" : "no";
        }
        return Boolean.toString(value);
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static boolean isTrue(String value) {
        return TRUE.contains(value.toLowerCase(Locale.ROOT));
    }

    private static String codecs(String value) {
        Set<String> codecs = new LinkedHashSet<>();
        for (String word : value.split(",")) {
            String codec = word.strip();
            if (codec.startsWith("!")) {
                codecs.removeIf(other -> codec.equals("!all") || codec.equals("!" + other));
            } else if (!codec.isEmpty()) {
                codecs.add(codec);
            }
        }
        return codecs.isEmpty() ? "(nothing)" : "(" + String.join("|", codecs) + ")";
    }

    private static String networks(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .map(Spelling::network)
                .collect(Collectors.joining(","));
    }

    private static String network(String address) {
        boolean isSingle = !address.isEmpty() && !address.contains("/") && !address.contains(":");
        return isSingle ? address + "/255.255.255.255" : address;
    }
}
