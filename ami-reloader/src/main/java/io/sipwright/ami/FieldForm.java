package io.sipwright.ami;

import io.sipwright.pjsip.OptionType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings a value as it is written and a value as Asterisk shows it into one form; null where that cannot be done with
 * certainty, so that nothing is said about the option.
 *
 * <p>Not compared: enumerations other than those named here (some read back as another word), codec preferences, caller
 * ids, groups, mailboxes, TOS, cipher lists, {@code set_var} (shown, but more than one under the same name), networks with
 * host names or IPv6 addresses, static contacts, and all that Asterisk does not show: {@code deny}, {@code permit} and
 * their kin, and stamps.
 */
record FieldForm(UnaryOperator<@Nullable String> write, UnaryOperator<@Nullable String> show) {
    private static final Set<String> TRUE = Set.of("yes", "true", "y", "t", "1", "on");
    private static final Set<String> ENUMS = Set.of("dtmf_mode", "media_encryption");

    private static final FieldForm NONE = same(value -> null);
    private static final FieldForm EXACT = same(value -> value);
    private static final FieldForm FLAG = same(FieldForm::flag);
    private static final FieldForm NUMBER = same(FieldForm::number);
    private static final FieldForm WORD = same(value -> value == null ? null : value.toLowerCase(Locale.ROOT));
    private static final FieldForm NAMES = same(FieldForm::names);
    private static final FieldForm CODECS = new FieldForm(CodecForm::written, CodecForm::shown);
    private static final FieldForm NETWORKS = same(NetworkForm::canonical);

    private static final Map<String, FieldForm> BY_KIND = Map.ofEntries(
            Map.entry("bool", FLAG),
            Map.entry("uint", NUMBER),
            Map.entry("int", NUMBER),
            Map.entry("secret", EXACT),
            Map.entry("hex32", WORD),
            Map.entry("string", EXACT),
            Map.entry("context", EXACT),
            Map.entry("sip-user", EXACT),
            Map.entry("sip-uri", EXACT),
            Map.entry("host", EXACT),
            Map.entry("ref:endpoint", EXACT),
            Map.entry("ref:transport", EXACT),
            Map.entry("ref-list:aor", NAMES),
            Map.entry("ref-list:auth", NAMES),
            Map.entry("codec-list", CODECS),
            Map.entry("ip-cidr-or-host-list", NETWORKS));

    static FieldForm of(OptionType option) {
        if (option.name().equals("disallow")) {
            return NONE; // it takes effect in 'allow'
        }
        if (option.kind().equals("enum")) {
            return ENUMS.contains(option.name()) ? WORD : NONE;
        }
        return BY_KIND.getOrDefault(option.kind(), NONE);
    }

    @Nullable
    String written(String value) {
        return write.apply(value);
    }

    @Nullable
    String shown(String value) {
        return show.apply(value);
    }

    private static FieldForm same(UnaryOperator<@Nullable String> form) {
        return new FieldForm(form, form);
    }

    private static @Nullable String flag(@Nullable String value) {
        return value == null ? null : Boolean.toString(TRUE.contains(value.toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String number(@Nullable String value) {
        return value != null && value.matches("-?\\d{1,18}") ? Long.toString(Long.parseLong(value)) : null;
    }

    private static @Nullable String names(@Nullable String value) {
        return value == null
                ? null
                : Arrays.stream(value.split(",", -1)).map(String::strip).collect(Collectors.joining(","));
    }
}
