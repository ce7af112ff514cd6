package io.sipwright.pjsip;

import java.util.List;

/** Rules between the options of one section; Asterisk drops the object when one is broken. */
final class SectionRules {

    private final String type;
    private final List<String> required;

    SectionRules(SectionType type) {
        this.type = type.name();
        this.required = type.options().values().stream()
                .filter(OptionType::required)
                .map(OptionType::name)
                .sorted()
                .toList();
    }

    void check(Section section, List<SchemaProblem> problems) {
        SectionOptions options = new SectionOptions(section);
        for (String option : required) {
            if (!options.has(option)) {
                problems.add(options.missing(option, "is required for type=" + type));
            }
        }
        switch (type) {
            case "registration" -> registration(options, problems);
            case "identify" -> identify(options, problems);
            case "auth" -> auth(options, problems);
            case "endpoint" -> EndpointRules.check(options, problems);
            default -> {
                // no further rules
            }
        }
    }

    private static void registration(SectionOptions options, List<SchemaProblem> problems) {
        boolean line = options.isYes("line");
        if (line && !options.has("endpoint")) {
            problems.add(options.missing("endpoint", "is required with line=yes"));
        } else if (!line && options.has("endpoint")) {
            problems.add(options.missing("line", "must be yes when an endpoint is given"));
        }
    }

    private static void identify(SectionOptions options, List<SchemaProblem> problems) {
        if (!options.has("match") && !options.has("match_header") && !options.has("match_request_uri")) {
            problems.add(options.missing("match", "or match_header is required for type=identify"));
        }
    }

    /** Asterisk 16 accepts an empty password, and then anyone who sends none. */
    private static void auth(SectionOptions options, List<SchemaProblem> problems) {
        if (options.last("auth_type").equalsIgnoreCase("google_oauth")) {
            for (String option : List.of("refresh_token", "oauth_clientid", "oauth_secret")) {
                if (options.isEmpty(option)) {
                    problems.add(options.missing(option, "is required with auth_type=google_oauth"));
                }
            }
            return;
        }
        boolean open = options.isEmpty("password")
                && options.isEmpty("password_digest")
                && options.isEmpty("md5_cred")
                && options.isEmpty("refresh_token");
        if (open) {
            problems.add(options.missing("password", "must not be empty: an account without one is open"));
        }
    }
}
