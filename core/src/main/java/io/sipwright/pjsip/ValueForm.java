package io.sipwright.pjsip;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How the value of each kind of option must look, as measured: what is checked here Asterisk drops the section for. */
@FunctionalInterface
interface ValueForm {

    Optional<String> problem(OptionType option, String value);

    Set<String> TRUE_WORDS = Set.of("yes", "true", "y", "t", "1", "on");
    Set<String> FALSE_WORDS = Set.of("no", "false", "n", "f", "0", "off");

    /** Characters that Asterisk refuses in the user part of a SIP URI. */
    Pattern SIP_USER = Pattern.compile("[\\x21-\\x7e&&[^\"<>@\\[\\\\\\]^`{|}]]+");

    Pattern SIP_URI = Pattern.compile("<?sips?:([^@\\s<>]+@)?[^@\\s<>;:,]+(:\\d{1,5})?([;?][^\\s<>]*)?>?|"
            + "<?sips?:([^@\\s<>]+@)?\\[[0-9a-fA-F:.]+](:\\d{1,5})?([;?][^\\s<>]*)?>?");

    /** Asterisk takes one with a zero in front for an octal number. */
    Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,9}");

    ValueForm ANY = (option, value) -> Optional.empty();

    Map<String, ValueForm> BY_KIND = Map.ofEntries(
            Map.entry("bool", form("yes or no", ValueForm::isBoolean)),
            Map.entry("uint", ValueForm::number),
            Map.entry("int", ValueForm::number),
            Map.entry("double", form("a number such as 3.0", value -> value.matches("\\d{1,9}(\\.\\d{1,9})?"))),
            Map.entry("enum", ValueForm::choice),
            Map.entry("enum-list", ValueForm::choices),
            Map.entry("codec-list", Codecs::problem),
            Map.entry("sip-uri", form("a SIP URI such as sip:sip.example.com", ValueForm::isSipUri)),
            Map.entry("sip-uri-list", form("SIP URIs such as sip:sip.example.com", each(ValueForm::isSipUri))),
            Map.entry("sip-user", form("a user name without blanks, quotes, brackets or @", ValueForm::isSipUser)),
            Map.entry("cidr-list", form("addresses such as 192.0.2.0/24", each(IpAddresses::isNetworkOrNegated))),
            Map.entry("ip-cidr-or-host-list", form("addresses, networks or host names", each(IpAddresses::isSource))),
            Map.entry("hex32", form("32 hexadecimal digits", value -> value.matches("[0-9a-fA-F]{32}"))),
            Map.entry("ALG:hex", form("ALGORITHM:digest in hexadecimal digits", ValueForm::isDigest)),
            Map.entry("name=value", form("NAME=value", value -> value.indexOf('=') > 0)),
            Map.entry("tos", form("0 to 255, cs0 to cs7, afXX or ef", ValueForm::isTos)),
            Map.entry("secret", ANY));

    static ValueForm of(String kind) {
        return BY_KIND.getOrDefault(kind, ANY);
    }

    private static ValueForm form(String expected, Predicate<String> good) {
        return (option, value) -> good.test(value) ? Optional.empty() : Optional.of("expected " + expected);
    }

    private static Predicate<String> each(Predicate<String> good) {
        return value -> Arrays.stream(value.split(",", -1)).map(String::strip).allMatch(good);
    }

    private static boolean isBoolean(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return TRUE_WORDS.contains(lower) || FALSE_WORDS.contains(lower);
    }

    private static Optional<String> number(OptionType option, String value) {
        OptionType.Range range = option.range();
        long min = range == null ? Integer.MIN_VALUE : range.min();
        long max = range == null ? Integer.MAX_VALUE : range.max();
        boolean good = NUMBER.matcher(value).matches();
        if (good) {
            long number = Long.parseLong(value);
            good = number >= min && number <= max;
        }
        return good ? Optional.empty() : Optional.of("expected a whole number from " + min + " to " + max);
    }

    private static Optional<String> choice(OptionType option, String value) {
        boolean good = option.choices().isEmpty() || option.choices().stream().anyMatch(value::equalsIgnoreCase);
        return good ? Optional.empty() : Optional.of("expected one of " + String.join(", ", option.choices()));
    }

    private static Optional<String> choices(OptionType option, String value) {
        List<String> words = List.of(value.split(",", -1));
        return words.stream()
                .map(word -> choice(option, word.strip()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isSipUri(String value) {
        return value.length() <= 511 && SIP_URI.matcher(value).matches();
    }

    private static boolean isSipUser(String value) {
        return value.isEmpty() || SIP_USER.matcher(value).matches();
    }

    private static boolean isDigest(String value) {
        return value.matches("(?i)MD5:[0-9a-f]{32}|SHA-(256|512-256):[0-9a-f]{64}");
    }

    private static boolean isTos(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.matches("cs[0-7]|af[1-4][1-3]|ef")
                || (lower.matches("\\d{1,3}") && Integer.parseInt(lower) <= 255);
    }
}
