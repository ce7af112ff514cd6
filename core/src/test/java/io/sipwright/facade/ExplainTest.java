package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Explanation;
import io.sipwright.store.NotFoundException;
import io.sipwright.target.SectionPlace.State;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the lines of an object stand, in the files as they are. */
class ExplainTest {

    @TempDir
    Path temporary;

    private Workbench bench;

    @BeforeEach
    void bench() {
        bench = new Workbench(temporary);
        bench.sipwright.trunks().create(Samples.trunk("carrier"));
        bench.sipwright.trunks().create(Samples.trunk("other"));
        bench.sipwright.users().create(Samples.user("anna"));
    }

    private Path trunks() {
        return temporary.resolve("pjsip_trunks.conf");
    }

    private void edit(String text, String other) throws IOException {
        String before = Files.readString(trunks());
        assertThat(before).contains(text);
        Files.writeString(trunks(), before.replaceFirst(java.util.regex.Pattern.quote(text), other));
    }

    private static State state(Explanation explanation, String role) {
        return part(explanation, role).places().get("default").state();
    }

    private static Explanation.Part part(Explanation explanation, String role) {
        return explanation.parts().stream()
                .filter(part -> part.section().role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_table_for_people_shows_everything_but_secrets() {
        bench.sipwright
                .trunks()
                .update(
                        "carrier",
                        TrunkPatch.builder()
                                .overrides(
                                        OptionOverride.set("endpoint", "language", "de"),
                                        OptionOverride.remove("endpoint", "send_pai"),
                                        OptionOverride.set("endpoint", OptionOverride.NAME, "out"))
                                .build());
        String shown = bench.sipwright.trunks().explain("CARRIER").toString();

        assertThat(shown)
                .startsWith("carrier (custom_credential)\n")
                .contains("[out] endpoint, named by override endpoint.@name")
                .contains("on default: " + trunks() + ":")
                .containsPattern(" +[0-9]+  language=de +override endpoint.language\n")
                .contains("-  send_pai removed: override endpoint.send_pai instead of yes by credential-trunk: ")
                .containsPattern("from_domain=sip.example.com +credential-trunk: from_domain=sip.example.com "
                        + "\\(default of credential-trunk\\), server=sip.example.com \\(given\\)\n")
                .doesNotContain(Samples.TRUNK_SECRET);
        assertThat(bench.sipwright.users().explain("anna").toString())
                .contains("[anna] auth", "username=anna")
                .doesNotContain(Samples.USER_SECRET);
    }

    @Test
    void a_section_that_was_edited_is_not_given_a_line() throws IOException {
        edit("context=from-trunk", "context=elsewhere");
        Explanation carrier = bench.sipwright.trunks().explain("carrier");

        assertThat(state(carrier, "endpoint")).isEqualTo(State.DIFFERENT);
        assertThat(part(carrier, "endpoint").line("default", 0)).isEmpty();
        assertThat(carrier.toString()).contains("stands there otherwise");
        assertThat(state(carrier, "aor")).isEqualTo(State.THERE);
        assertThat(state(bench.sipwright.trunks().explain("other"), "endpoint")).isEqualTo(State.THERE);
    }

    @Test
    void nor_is_one_that_means_the_same_but_is_written_otherwise() throws IOException {
        edit("context=from-trunk\n", "\ncontext = from-trunk\n");

        assertThat(state(bench.sipwright.trunks().explain("carrier"), "endpoint"))
                .isEqualTo(State.DIFFERENT);
    }

    @Test
    void lines_above_move_it() throws IOException {
        int before = part(bench.sipwright.trunks().explain("carrier"), "aor")
                .line("default", 0)
                .orElseThrow()
                .line();
        Files.writeString(trunks(), "; by hand\n;--\n[carrier-aor]\ntype=aor\n--;\n" + Files.readString(trunks()));

        assertThat(part(bench.sipwright.trunks().explain("carrier"), "aor")
                        .line("default", 0)
                        .orElseThrow()
                        .line())
                .isEqualTo(before + 5);
    }

    @Test
    void what_is_not_there_stands_nowhere() throws IOException {
        bench.sipwright.trunks().disable("carrier");
        Explanation inactive = bench.sipwright.trunks().explain("carrier");
        assertThat(inactive.active()).isFalse();
        assertThat(inactive.toString()).contains(", not active", "is not there");
        assertThat(state(inactive, "aor")).isEqualTo(State.MISSING);

        Files.delete(trunks());
        assertThat(state(bench.sipwright.trunks().explain("other"), "aor")).isEqualTo(State.MISSING);
    }

    @Test
    void where_a_file_can_not_be_read_nothing_is_known() throws IOException {
        Files.writeString(trunks(), "[broken\n");

        assertThat(state(bench.sipwright.trunks().explain("carrier"), "aor")).isEqualTo(State.UNKNOWN);
        assertThat(bench.sipwright.trunks().explain("carrier").toString()).contains("not known");
    }

    @Test
    void no_such_object() {
        assertThatThrownBy(() -> bench.sipwright.trunks().explain("anna")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.sipwright.users().explain("carrier")).isInstanceOf(NotFoundException.class);
    }
}
