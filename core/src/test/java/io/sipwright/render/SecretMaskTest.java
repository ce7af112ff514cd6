package io.sipwright.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.secret.Secret;
import io.sipwright.template.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be shown of a document. */
class SecretMaskTest {

    @Test
    void no_password_of_any_template_shows() {
        Renderer renderer = new Renderer(Samples.SHIPPED, AsteriskVersion.V22, Stamps.off());
        for (PjsipDocument document : List.of(
                renderer.trunks(Samples.providers()
                        .map(provider -> Samples.trunk(provider.id()))
                        .toList()),
                renderer.users(Samples.userTemplates()
                        .map(template -> Samples.user(template.id()))
                        .toList()))) {
            String shown = PjsipWriter.toString(SecretMask.of(document));
            assertThat(shown).contains("password=" + Secret.MASK).doesNotContain("Tq7-vRz2");
            assertThat(shown.lines())
                    .hasSameSizeAs(PjsipWriter.toString(document).lines().toList());
        }
    }

    @Test
    void everything_else_stays_as_it_is() {
        PjsipDocument document = PjsipDocument.of(
                new Comment("c"),
                Section.of("a", "endpoint", List.of(new Option("context", "c"))),
                Section.of("a", "auth", List.of(new Option("username", "u"), new Option("PASSWORD", "p"))));

        assertThat(SecretMask.of(document))
                .isEqualTo(PjsipDocument.of(
                        new Comment("c"),
                        Section.of("a", "endpoint", List.of(new Option("context", "c"))),
                        Section.of(
                                "a",
                                "auth",
                                List.of(new Option("username", "u"), new Option("PASSWORD", Secret.MASK)))));
    }

    @Test
    void what_is_as_good_as_a_password_is_masked_too() {
        for (String option : List.of("password", "md5_cred", "password_digest", "oauth_secret", "refresh_token")) {
            Section auth = Section.of("a", "auth", List.of(new Option(option, "canary")));
            assertThat(SecretMask.of(PjsipDocument.of(auth)).sections().get(0).all(option))
                    .containsExactly(Secret.MASK);
        }
    }
}
