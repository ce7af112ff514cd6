package io.sipwright.imports.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.BatchPreview.Action;
import io.sipwright.store.ObjectKind;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The many ways in which people and programs write the same table. */
class BulkCsvTest {

    private static final String S = BulkBench.SECRET;
    private static final SipUserSpec ANNA = SipUserSpec.builder("anna", "advanced_user")
            .extension("1001")
            .secret(S)
            .displayName("Anna Müller")
            .codecs("opus", "alaw")
            .active(false)
            .notes("a, \"b\"; c")
            .override(OptionOverride.set("endpoint", "direct_media", "yes"))
            .build();

    private final BulkBench bench = new BulkBench();

    private SipUserSpec stored(String text) {
        BulkPreview preview = bench.preview("users.csv", text);
        assertThat(preview.problems()).isEmpty();
        return preview.store().stored().users().get(0).spec();
    }

    /** As it would be stored. */
    private static SipUserSpec anna() {
        return new BulkBench().sipwright.users().create(ANNA).value().spec();
    }

    private static String table(String separator, String lineEnd) {
        return String.join(
                        separator,
                        "username",
                        "template_type",
                        "extension",
                        "secret",
                        "display_name",
                        "codecs",
                        "is_active",
                        "notes",
                        "endpoint.direct_media",
                        "call_limit")
                + lineEnd
                + String.join(
                        separator,
                        "anna",
                        "advanced_user",
                        "1001",
                        S,
                        "\"Anna Müller\"",
                        "\"opus,alaw\"",
                        "FALSE",
                        "\"a, \"\"b\"\"; c\"",
                        "yes",
                        "")
                + lineEnd;
    }

    @Test
    void separators_and_line_ends_say_nothing() {
        for (String separator : new String[] {",", ";", "\t", " , ", " ;"}) {
            for (String lineEnd : new String[] {"\n", "\r\n", "\r", "\n\n", "\r\n,,\r\n".replace(",", separator)}) {
                assertThat(new BulkCsvTest().stored(table(separator, lineEnd)))
                        .as("'%s'", separator)
                        .isEqualTo(anna());
            }
        }
    }

    @Test
    void a_byte_order_mark_a_missing_last_line_end_and_the_separator_line_of_excel_say_nothing() {
        assertThat(stored("\uFEFF" + table(";", "\r\n"))).isEqualTo(anna());
        assertThat(new BulkCsvTest().stored("sep=;\r\n" + table(";", "\r\n").stripTrailing() + ";"))
                .isEqualTo(anna());
    }

    @Test
    void names_of_columns_count_in_any_case_and_overrides_with_a_prefix() {
        String text = table(",", "\n")
                .replace("username", "\"Name\"")
                .replace("template_type", "Template")
                .replace("is_active", "ACTIVE")
                .replace("endpoint.direct_media", "overrides.endpoint.direct_media");

        assertThat(bench.preview("u.csv", text, settings -> settings.kind(ObjectKind.USER))
                        .store()
                        .stored()
                        .users()
                        .get(0)
                        .spec())
                .isEqualTo(anna());
    }

    @Test
    void what_the_rest_api_answers_and_nobody_can_set_is_left_out() {
        assertThat(stored("id,username,extension,secret,version,created_at\n7,anna,1001," + S + ",3,yesterday\n")
                        .fields()
                        .asMap())
                .containsOnlyKeys("extension", "secret");
    }

    @Test
    void a_quote_in_the_middle_is_a_quote() {
        assertThat(stored("username,extension,secret\nanna,1001,x\"Yz\"-77-Qw-Lm9\n")
                        .fields()
                        .text("secret"))
                .contains("x\"Yz\"-77-Qw-Lm9");
    }

    @Test
    void rows_may_leave_out_nothing_but_have_empty_cells_more() {
        assertThat(stored("username,extension,secret\nanna,1001," + S + ",,\n").name())
                .isEqualTo("anna");
    }

    @Test
    void trunks_are_found_by_the_header() {
        BulkPreview preview = bench.preview(
                "trunks.csv",
                "trunk_name,provider,username,password,server,registration_enabled,allow_wide_inbound\n"
                        + "one,custom_credential,acc7," + BulkBench.TRUNK_SECRET + ",sip.example.com,FALSE,yes\n"
                        + "two,custom_credential,acc8," + BulkBench.TRUNK_SECRET + ",sip.example.com,TRUE,\n");

        assertThat(preview.problems()).isEmpty();
        preview.store();
        TrunkSpec one = bench.sipwright.trunks().get("one").spec();
        assertThat(one.wideInboundAllowed()).isTrue();
        assertThat(one.fields().text("auth")).contains("credentials");
        assertThat(bench.sipwright.trunks().get("two").spec().fields().text("auth"))
                .isEmpty();
    }

    @Test
    void a_certificate_is_a_credential() {
        BulkPreview preview = bench.preview(
                "trunks.csv",
                "trunk_name,provider,auth_type,registration_enabled,sbc_fqdn\n"
                        + "teams,teams_direct_routing,credential,FALSE,sbc.example.com\n");

        assertThat(preview.problems()).isEmpty();
        preview.store();
        assertThat(bench.sipwright
                        .trunks()
                        .get("teams")
                        .spec()
                        .fields()
                        .text("auth")
                        .orElse("certificate"))
                .isEqualTo("certificate");
    }

    @ParameterizedTest
    @CsvSource({
        ",credential,registration",
        "true,credential,registration",
        "false,credential,credentials",
        ",ip,ip",
        "false,ip,ip",
        "true,,registration",
        "false,,credentials",
        ",,registration"
    })
    void the_two_columns_of_the_specification_stand_for_one_field(String registers, String type, String auth) {
        BulkPreview preview = bench.preview(
                "trunks.csv",
                "trunk_name,provider,username,password,auth_type,registration_enabled\none,telnyx,acc7,"
                        + BulkBench.TRUNK_SECRET + "," + (type == null ? "" : type) + ","
                        + (registers == null ? "" : registers) + "\n");

        // What only a mode without credentials refuses shows which mode it is.
        TrunkSpec spec = preview.problems().isEmpty()
                ? preview.store().stored().trunks().get(0).spec()
                : null;
        assertThat(spec).as("%s", preview).isNotNull();
        assertThat(bench.sipwright
                        .provider("telnyx")
                        .effective(spec)
                        .get("auth")
                        .text())
                .isEqualTo(auth);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 800, 9000})
    void a_file_that_is_not_utf8_is_refused_with_its_place(int rowsBefore) {
        String good = "username,extension,secret,display_name\n" + ("x,1," + S + ",Ä\n").repeat(rowsBefore);
        byte[] bytes = (good + "bob,1002," + S + ",M\u00fcller\n").getBytes(StandardCharsets.UTF_8);
        int at = bytes.length - "ller\n".length() - 1;
        bytes[at] = 'X'; // the second byte of the letter

        BulkPreview preview = bench.preview("users.csv", bytes, settings -> settings);

        assertThat(preview.isWhole()).isFalse();
        assertThat(preview.problems())
                .filteredOn(problem -> problem.code().equals("file.not_utf8"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(rowsBefore + 2);
                    assertThat(problem.message()).contains("byte " + at + " ");
                });
        assertThatThrownBy(preview::storeValid).isInstanceOf(BulkFileException.class);
        assertThat(bench.sipwright.users().list()).isEmpty();
    }

    @Test
    void a_file_in_utf16_is_told_so() {
        byte[] bytes = ("\uFEFF" + table("\t", "\r\n")).getBytes(StandardCharsets.UTF_16LE);

        assertThat(bench.preview("users.csv", bytes, settings -> settings).problems())
                .singleElement()
                .hasToString("users.csv:1: The file is in UTF-16. Save it as UTF-8.");
    }

    @Test
    void limits_hold_and_are_told() {
        String text = table(",", "\n") + "\n" + "bob,,1002," + S + ",,,,,,\n";

        assertThat(bench.preview("u.csv", text, settings -> settings.maxRows(1)).problems())
                .singleElement()
                .hasToString("u.csv:4: More than 1 rows. Cut the file in parts.");
        assertThat(bench.preview("u.csv", text, settings -> settings.maxBytes(100))
                        .problems())
                .extracting(BulkProblem::code)
                .containsExactly("file.too_large");
        assertThat(bench.preview("u.csv", text, settings -> settings.maxFields(5))
                        .problems())
                .extracting(BulkProblem::code)
                .containsExactly("csv.too_many_columns");
        assertThat(bench.preview("u.csv", text + "\"" + "x\n".repeat(100), settings -> settings.maxRowLength(150))
                        .problems())
                .extracting(BulkProblem::line, BulkProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(5, "csv.row_too_long"));
        assertThat(bench.preview("u.csv", text, settings -> settings.maxRows(2).maxFields(10))
                        .count(Action.ADDED))
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BulkImport.builder(bench.sipwright).maxRows(0));
    }

    @Test
    void a_flood_of_mistakes_is_cut_off() {
        BulkPreview preview = bench.preview("u.csv", "username,extension,secret\n" + "a\n".repeat(20_000));

        assertThat(preview.problems()).hasSize(BulkProblems.MOST + 1);
        assertThat(preview.isWhole()).isFalse();
    }

    @Test
    void files_are_known_by_their_names(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("Users.CSV"), table(",", "\n"));
        BulkImport bulk = BulkImport.of(bench.sipwright);

        assertThat(bulk.preview(file).count(Action.ADDED)).isEqualTo(1);
        assertThat(bulk.preview(directory.resolve("none.csv")).problems())
                .singleElement()
                .hasToString("none.csv: There is no such file.");
        assertThat(bulk.preview(Files.createDirectory(directory.resolve("folder.json")))
                        .problems())
                .singleElement()
                .hasToString("folder.json: The file can't be read to its end.");
        assertThatIllegalArgumentException().isThrownBy(() -> bulk.preview(Path.of("users.xlsx")));
    }
}
