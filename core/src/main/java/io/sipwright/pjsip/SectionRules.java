package io.sipwright.pjsip;

import java.util.List;
import java.util.Locale;

/** Rules between the options of one section; Asterisk drops the object when one is broken. */
final class SectionRules {

    private SectionRules() {}

    static void check(Section section, SectionType type, List<SchemaProblem> problems) {
        type.options().values().stream()
                .filter(OptionType::required)
                .filter(option -> section.first(option.name()).isEmpty())
                .map(OptionType::name)
                .sorted()
                .forEach(option -> problems.add(missing(section, option, "is required for type=" + type.name())));
        switch (type.name()) {
            case "registration" -> registration(section, problems);
            case "identify" -> identify(section, problems);
            case "auth" -> auth(section, problems);
            default -> {
                // no further rules
            }
        }
    }

    private static void registration(Section section, List<SchemaProblem> problems) {
        boolean line = section.all("line").stream()
                .reduce((a, b) -> b)
                .filter(word -> ValueForm.TRUE_WORDS.contains(word.toLowerCase(Locale.ROOT)))
                .isPresent();
        if (line && section.first("endpoint").isEmpty()) {
            problems.add(missing(section, "endpoint", "is required with line=yes"));
        } else if (!line && section.first("endpoint").isPresent()) {
            problems.add(missing(section, "line", "must be yes when an endpoint is given"));
        }
    }

    private static void identify(Section section, List<SchemaProblem> problems) {
        if (section.first("match").isEmpty()
                && section.first("match_header").isEmpty()
                && section.first("match_request_uri").isEmpty()) {
            problems.add(missing(section, "match", "or match_header is required for type=identify"));
        }
    }

    /** Asterisk 16 accepts an empty password, and then anyone who sends none. */
    private static void auth(Section section, List<SchemaProblem> problems) {
        boolean open = isEmpty(section, "password")
                && isEmpty(section, "password_digest")
                && isEmpty(section, "md5_cred")
                && isEmpty(section, "refresh_token");
        if (open) {
            problems.add(missing(section, "password", "must not be empty: an account without one is open"));
        }
    }

    /** Whether the line that counts, the last one, is empty or not there. */
    private static boolean isEmpty(Section section, String option) {
        return section.all(option).stream().reduce((a, b) -> b).orElse("").isEmpty();
    }

    private static SchemaProblem missing(Section section, String option, String message) {
        return new SchemaProblem(section.name(), option, SchemaProblem.Kind.MISSING_OPTION, message);
    }
}
