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
            case "endpoint" -> EndpointRules.check(section, problems);
            default -> {
                // no further rules
            }
        }
    }

    private static void registration(Section section, List<SchemaProblem> problems) {
        boolean line = isYes(section, "line");
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
        if (last(section, "auth_type").equalsIgnoreCase("google_oauth")) {
            for (String option : List.of("refresh_token", "oauth_clientid", "oauth_secret")) {
                if (isEmpty(section, option)) {
                    problems.add(missing(section, option, "is required with auth_type=google_oauth"));
                }
            }
            return;
        }
        boolean open = isEmpty(section, "password")
                && isEmpty(section, "password_digest")
                && isEmpty(section, "md5_cred")
                && isEmpty(section, "refresh_token");
        if (open) {
            problems.add(missing(section, "password", "must not be empty: an account without one is open"));
        }
    }

    private static boolean isEmpty(Section section, String option) {
        return last(section, option).isEmpty();
    }

    /** The line that counts, where lines do not add up; empty when there is none. */
    static String last(Section section, String option) {
        List<String> values = section.all(option);
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    static boolean isYes(Section section, String option) {
        return ValueForm.TRUE_WORDS.contains(last(section, option).toLowerCase(Locale.ROOT));
    }

    static SchemaProblem missing(Section section, String option, String message) {
        return new SchemaProblem(section.name(), option, SchemaProblem.Kind.MISSING_OPTION, message);
    }
}
