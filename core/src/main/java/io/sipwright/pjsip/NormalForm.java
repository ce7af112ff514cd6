package io.sipwright.pjsip;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling for the values that Asterisk takes for the same. Values that it would refuse stay as they are. */
final class NormalForm {

    private static final Pattern CALLER =
            Pattern.compile("\\s*+(?:\"([^\"\\\\]*+)\"\\s*+|([^\"<\\\\]*+))<([^<>]*+)>\\s*+");

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,9})?");

    private NormalForm() {}

    /** The items of a value: several where it is a list that Asterisk splits at commas. */
    static List<String> of(OptionType option, String value) {
        return switch (option.kind()) {
            case "bool" -> List.of(bool(value));
            case "uint", "int", "double" -> List.of(number(value));
            case "enum", "hex32" -> List.of(value.toLowerCase(Locale.ROOT));
            case "ip-cidr-or-host-list", "cidr-list" -> networks(value);
            case "sip-uri-list" -> items(value);
            case "enum-list" -> joined(value.toLowerCase(Locale.ROOT));
            case "ref-list:aor", "ref-list:auth", "mailbox-list", "name-list", "group-list-0-63" -> joined(value);
            case "callerid" -> List.of(caller(value));
            case "secret", "name=value" -> List.of(value);
            default -> value.isEmpty() ? List.of() : List.of(value);
        };
    }

    static List<String> ofDefault(OptionType option) {
        return option.defaultValue().isEmpty() ? List.of() : of(option, option.defaultValue());
    }

    private static String bool(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (ValueForm.TRUE_WORDS.contains(lower)) {
            return "yes";
        }
        return ValueForm.FALSE_WORDS.contains(lower) ? "no" : value;
    }

    /** With a zero before it a number may be octal. */
    private static String number(String value) {
        return NUMBER.matcher(value).matches()
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    private static List<String> items(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static List<String> joined(String value) {
        List<String> items = items(value);
        return items.isEmpty() ? items : List.of(String.join(",", items));
    }

    /** An address and the network of it alone are the same; so are the two ways to write an IPv4 mask. */
    private static List<String> networks(String value) {
        return items(value).stream().map(NormalForm::network).toList();
    }

    private static String network(String item) {
        int slash = item.indexOf('/');
        String address = slash < 0 ? item : item.substring(0, slash);
        boolean v4 = IpAddresses.isV4(address);
        if (slash < 0 || (!v4 && !IpAddresses.isV6(address))) {
            return v4 || IpAddresses.isV6(item) ? item.toLowerCase(Locale.ROOT) : item;
        }
        String suffix = item.substring(slash + 1);
        if (v4 && IpAddresses.isV4(suffix)) {
            suffix = prefix(suffix);
        }
        boolean whole = suffix.equals(v4 ? "32" : "128");
        return address.toLowerCase(Locale.ROOT) + (whole ? "" : "/" + suffix);
    }

    /** The number of leading bits; a mask with gaps stays as it is. */
    private static String prefix(String mask) {
        int bits = 0;
        for (String part : mask.split("\\.")) {
            bits = bits << 8 | Integer.parseInt(part);
        }
        int ones = Integer.bitCount(bits);
        return Integer.numberOfLeadingZeros(~bits) == ones ? Integer.toString(ones) : mask;
    }

    private static String caller(String value) {
        Matcher matcher = CALLER.matcher(value);
        if (!matcher.matches()) {
            return value;
        }
        String name = matcher.group(1) == null ? Blanks.stripEnd(matcher.group(2)) : matcher.group(1);
        return (name.isEmpty() ? "" : "\"" + name + "\" ") + "<" + matcher.group(3) + ">";
    }
}
