package io.sipwright.integration.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.OptionOverride;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the refusal of a trunk says should be done, read from its words alone. */
record Advice(String message) {

    private static final Pattern LINE = Pattern.compile("Set inbound_match to 'line' on '([^']+)'");
    private static final Pattern NONE = Pattern.compile("Or set inbound_match to 'none' on '([^']+)'");
    private static final Pattern HEADER = Pattern.compile("in each, override identify\\.match with nothing,"
            + " identify\\.match_header with, for example, '([^']+)',"
            + " endpoint\\.deny with (\\S+) and (\\S+), and after it endpoint\\.permit with the addresses of the carrier;"
            + " and in the section global of your own pjsip\\.conf set endpoint_identifier_order=(\\S+)\\.");

    /** The number in the example of a header. */
    private static final String EXAMPLE = "15551234567";

    /** Of a creation that is refused for this reason and no other. */
    static Advice of(ThrowingCallable creation) {
        List<Violation> violations = Assertions.catchThrowableOfType(ValidationException.class, creation)
                .violations();
        assertThat(violations).extracting(Violation::code).containsExactly("inbound.overlap");
        return new Advice(violations.get(0).message());
    }

    /** The trunk that is to be recognised by a mark in its registration. */
    Optional<String> line() {
        return first(LINE);
    }

    /** The trunk that is to take no calls itself. */
    Optional<String> none() {
        return first(NONE);
    }

    private Optional<String> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The overrides of a trunk that is to be recognised by its number in a header. */
    OptionOverride[] header(String number, String carrier) {
        Matcher matcher = header();
        String header = matcher.group(1);
        assertThat(header).contains(EXAMPLE);
        return new OptionOverride[] {
            OptionOverride.remove("identify", "match"),
            OptionOverride.set("identify", "match_header", header.replace(EXAMPLE, number)),
            OptionOverride.set("endpoint", "deny", matcher.group(2), matcher.group(3)),
            OptionOverride.set("endpoint", "permit", carrier)
        };
    }

    /** The order in which Asterisk is to look for the sender of a call. */
    String order() {
        return header().group(4);
    }

    private Matcher header() {
        Matcher matcher = HEADER.matcher(message);
        assertThat(matcher.find()).as(message).isTrue();
        return matcher;
    }
}
