package io.sipwright.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates in the jar: complete, described, with their sources. */
class ShippedTemplatesTest {

    private static final TemplateCatalog SHIPPED = TemplateCatalog.shipped();

    static Stream<Template> templates() {
        return Stream.concat(SHIPPED.providers().values().stream(), SHIPPED.userTemplates().values().stream());
    }

    static Stream<Template> carriers() {
        return templates()
                .filter(template -> template.kind() == TemplateKind.PROVIDER)
                .filter(template -> !template.id().matches("(custom|plain)_.*"));
    }

    @Test
    void the_announced_ones_are_there() {
        assertThat(SHIPPED.providers())
                .containsOnlyKeys(
                        "anveodirect",
                        "aws_chime_voice_connector",
                        "bandwidth",
                        "bulkvs",
                        "callcentric",
                        "custom_credential",
                        "custom_ip",
                        "didforsale",
                        "didww",
                        "dusnet",
                        "exotel",
                        "flowroute",
                        "fortysix_elks",
                        "gamma",
                        "google_voice_sip_link",
                        "plain_trunk",
                        "plivo",
                        "plusnet_ipfonie",
                        "questblue",
                        "signalwire",
                        "simwood",
                        "sinch",
                        "sipgate_basic",
                        "sipgate_trunking",
                        "skyetel",
                        "swisscom_sbc",
                        "teams_direct_routing",
                        "telekom_allip",
                        "telekom_companyflex",
                        "telekom_sip_trunk",
                        "telnyx",
                        "telstra_sip_connect",
                        "twilio",
                        "voicetel",
                        "voipfone",
                        "voipms",
                        "vonage",
                        "voxbone",
                        "wavix",
                        "zadarma");
        assertThat(SHIPPED.userTemplates())
                .containsOnlyKeys("advanced_user", "basic_user", "mobile_user", "plain_user", "webrtc_user");
    }

    @Test
    void the_index_names_exactly_the_files() throws IOException, URISyntaxException {
        Path index =
                Path.of(Objects.requireNonNull(TemplateCatalog.class.getResource("/io/sipwright/templates/index.txt"))
                        .toURI());
        try (Stream<Path> files = Files.list(index.resolveSibling("."))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.txt") && !name.equals("catalogue.json"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(index)).isEqualTo(names);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void is_described(Template template) {
        assertThat(template.displayName()).isNotBlank().isNotEqualTo(template.id());
        assertThat(template.description()).isNotBlank();
        assertThat(template.version()).isPositive();
        assertThat(template.notes())
                .allSatisfy(note -> assertThat(note).isNotBlank().endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void labels_every_field_and_choice(Template template) {
        assertThat(template.fields()).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank().isNotEqualTo(field.name());
            assertThat(field.choices().values())
                    .allSatisfy(choice -> assertThat(choice.label()).isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void names_the_sources_of_a_carrier(Template template) {
        Provenance provenance = template.provenance();

        assertThat(provenance.sources()).isNotEmpty().allSatisfy(source -> {
            assertThat(source.what()).isNotBlank();
            assertThat(source.address()).startsWith("https://");
        });
        assertThat(template.notes()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void says_how_far_it_was_tried_and_when(Template template) {
        assertThat(template.provenance().checked()).matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(template.provenance().evidence()).isNotEqualTo(Provenance.Evidence.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void offers_its_ways_of_authentication(Template template) {
        assertThat(((ProviderTemplate) template).authModes())
                .isNotEmpty()
                .allSatisfy(mode -> assertThat(mode).isIn("registration", "credentials", "ip", "certificate"));
    }
}
