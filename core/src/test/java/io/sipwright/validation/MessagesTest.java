package io.sipwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Refusal;
import io.sipwright.pjsip.SchemaProblem;
import io.sipwright.template.Samples;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The messages of all codes, and those of another language. */
class MessagesTest {

    private static final Pattern CODE = Pattern.compile(
            "\"((?:name|provider|template|notes|overrides|field|text|secret|inbound|override)\\.[a-z0-9_]+)\"");

    private static Properties shipped() {
        Properties messages = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("messages.properties")) {
            messages.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return messages;
    }

    /** Every text of the main code that looks like a code. */
    private static Set<String> codesInTheSource() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String part : List.of("template", "trunk", "user", "validation")) {
            try (Stream<Path> files = Files.list(Path.of("src/main/java/io/sipwright", part))) {
                for (Path file : files.toList()) {
                    Matcher matcher = CODE.matcher(Files.readString(file));
                    while (matcher.find()) {
                        codes.add(matcher.group(1));
                    }
                }
            }
        }
        return codes;
    }

    @Test
    void every_code_has_one() throws IOException {
        assertThat(codesInTheSource()).hasSizeGreaterThan(30);
        assertThat(shipped().stringPropertyNames()).containsAll(codesInTheSource());
    }

    @Test
    void every_type_of_field_that_has_a_form_has_one() {
        List<String> forms = List.of(
                "host",
                "hosts",
                "host_names",
                "port",
                "sip_user",
                "sip_uri",
                "e164",
                "extension",
                "integer",
                "context",
                "transport",
                "caller_id",
                "mailboxes",
                "path",
                "networks",
                "codecs",
                "boolean",
                "choice");

        assertThat(shipped().stringPropertyNames())
                .containsAll(forms.stream().map(form -> "field." + form).toList());
    }

    @Test
    void every_refusal_of_a_value_has_one() {
        Set<Refusal> refusals = new TreeSet<>();
        for (String value : List.of("\n", "\u0001", " ", "\ud83d", "x".repeat(PjsipText.MAX_LINE_BYTES))) {
            refusals.add(PjsipText.refuseValue("a", value).orElseThrow());
        }
        assertThat(refusals).hasSize(5);
        assertThat(shipped().stringPropertyNames())
                .containsAll(refusals.stream()
                        .map(refusal -> "text." + refusal.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void every_problem_of_the_schema_has_one() {
        assertThat(shipped().stringPropertyNames())
                .containsAll(Stream.of(SchemaProblem.Kind.values())
                        .map(kind -> "schema." + kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void none_is_malformed_or_loses_an_apostrophe() {
        shipped().forEach((code, pattern) -> {
            assertThat(pattern.toString().replace("''", "")).as("%s", code).doesNotContain("'");
            assertThat(new MessageFormat(pattern.toString(), Locale.ENGLISH).format(new Object[] {"a", "b", "c"}))
                    .as("%s", code)
                    .isNotBlank()
                    .doesNotContain("{");
        });
    }

    @Test
    void another_language_comes_from_a_bundle_of_the_host() {
        SipUserSpec user = SipUserSpec.builder("general", "basic_user")
                .secret(Samples.PASSWORD)
                .build();

        assertThat(messages(Locale.GERMAN, user))
                .containsExactlyInAnyOrder("Pflichtfeld.", "'general' ist vergeben. Zum Beispiel an Asterisk selbst.");
        assertThat(messages(Locale.forLanguageTag("de-AT"), user)).contains("Pflichtfeld.");
    }

    @Test
    void what_is_not_translated_is_english_on_any_machine() {
        SipUserSpec user = Samples.user("basic_user").toBuilder().maxContacts(0).build();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(messages(Locale.GERMAN, user)).containsExactly("Expected a whole number from 1 to 100.");
            assertThat(messages(
                            Locale.FRENCH,
                            SipUserSpec.builder("a", "basic_user").build()))
                    .contains("Required.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbers_are_the_same_in_every_language() {
        SipUserSpec user = Samples.user("basic_user").toBuilder()
                .field("qualify_frequency", "99999")
                .build();

        assertThat(messages(Locale.forLanguageTag("ar-EG"), user))
                .containsExactly("Expected a whole number from 0 to 86400.");
    }

    @Test
    void an_argument_is_not_taken_for_a_pattern() {
        assertThat(new Messages(Locale.ENGLISH).text("name.reserved", List.of("{0}''{1}")))
                .startsWith("'{0}''{1}' has a meaning");
        assertThat(new Messages(Locale.ENGLISH).text("unheard.code", List.of())).isEqualTo("unheard.code");
    }

    private static List<String> messages(Locale locale, SipUserSpec user) {
        return Checking.of(AsteriskVersion.V22, SecretPolicy.standard(), locale).create(user).stream()
                .map(Violation::message)
                .toList();
    }
}
