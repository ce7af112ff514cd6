package io.sipwright.imports.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is found in its line and column, and nothing is stored. */
class BrokenFilesTest {

    private static final String S = BulkBench.SECRET;
    private static final String HEAD = "username,extension,secret\n";
    private static final String GOOD = "anna,1001," + S + "\n";

    /**
     * A file and its problems.
     *
     * @param text {@code $S} stands for a good secret
     * @param problems each {@code line field code}
     */
    private static Arguments broken(String what, String file, String text, String... problems) {
        return Arguments.of(Named.of(what, file), text.replace("$S", S), Arrays.asList(problems));
    }

    static Stream<Arguments> csv() {
        return Stream.of(
                broken("nothing", "f.csv", "", "0 - file.empty"),
                broken("blank lines only", "f.csv", "\n \n\r\n", "0 - file.empty"),
                broken("separators only", "f.csv", ",,,\n", "0 - file.empty"),
                broken("no known column", "f.csv", "a,b\n1,2\n", "1 - file.kind_unknown"),
                broken("no header", "f.csv", GOOD, "1 - file.kind_unknown"),
                broken(
                        "no name column",
                        "f.csv",
                        "extension,secret\n1001,$S\n",
                        "1 username column.missing",
                        "2 username name.required"),
                broken(
                        "unknown column",
                        "f.csv",
                        "username,extension,secret,codcs\nanna,1001,$S,alaw\n",
                        "1 codcs column.unknown"),
                broken(
                        "unknown column, once for many rows",
                        "f.csv",
                        "username,extension,secret,x\na,1,$S,\nb,2,$S,\n",
                        "1 x column.unknown"),
                broken(
                        "column twice",
                        "f.csv",
                        "username,extension,secret,Secret\nanna,1001,$S,$S\n",
                        "1 Secret column.twice"),
                broken(
                        "column under two names",
                        "f.csv",
                        "username,name,extension,secret\nanna,anna,1001,$S\n",
                        "1 name column.twice"),
                broken(
                        "overrides as one column",
                        "f.csv",
                        "username,extension,secret,overrides\nanna,1001,$S,x\n",
                        "1 overrides column.unknown"),
                broken(
                        "unknown option",
                        "f.csv",
                        "username,extension,secret,endpoint.direct_mdia\nanna,1001,$S,no\n",
                        "1 endpoint.direct_mdia column.unknown"),
                broken(
                        "unknown section",
                        "f.csv",
                        "username,extension,secret,endpont.direct_media\nanna,1001,$S,no\n",
                        "1 endpont.direct_media column.unknown"),
                broken(
                        "wrong value of an option",
                        "f.csv",
                        "username,extension,secret,endpoint.direct_media\nanna,1001,$S,perhaps\n",
                        "2 endpoint.direct_media schema.bad_value"),
                broken("too few cells", "f.csv", HEAD + "anna,1001\n", "2 - csv.too_few_cells"),
                broken("too many cells", "f.csv", HEAD + "anna,1001,$S,x\n", "2 - csv.too_many_cells"),
                broken(
                        "commas where semicolons are",
                        "f.csv",
                        "username;extension;secret\nanna,1001,$S\n",
                        "2 - csv.too_few_cells"),
                broken(
                        "quote not closed",
                        "f.csv",
                        HEAD + GOOD + "bob,\"1002,$S\ncarl,1003,$S\n",
                        "3 extension csv.unclosed_quote"),
                broken(
                        "text behind a quote",
                        "f.csv",
                        HEAD + "\"anna\"x,1001,$S\nbob,1002,short\n",
                        "2 username csv.behind_quote",
                        "3 secret secret.too_short"),
                broken(
                        "header with an open quote",
                        "f.csv",
                        "username,\"extension\nanna,1\n",
                        "1 - csv.unclosed_quote"),
                broken(
                        "cell in an unnamed column",
                        "f.csv",
                        "username,extension,secret,\nanna,1001,$S,x\n",
                        "2 - column.unnamed"),
                broken(
                        "number that was shortened",
                        "f.csv",
                        "trunk_name,provider,username,password,did\nt,telnyx,12345,$S,1.55512E+10\n",
                        "2 did spreadsheet.shortened"),
                broken(
                        "number that was shortened, German",
                        "f.csv",
                        "trunk_name;provider;username;password;did\nt;telnyx;12345;$S;1,55512E+10\n",
                        "2 did spreadsheet.shortened"),
                broken("formula", "f.csv", HEAD + "anna,=\"1001\",$S\n", "2 extension spreadsheet.formula"),
                broken("apostrophe", "f.csv", HEAD + "anna,'1001,$S\n", "2 extension spreadsheet.apostrophe"),
                broken("failed formula", "f.csv", HEAD + "anna,#NAME?,$S\n", "2 extension spreadsheet.failure"),
                broken("too narrow a column", "f.csv", HEAD + "anna,####,$S\n", "2 extension spreadsheet.failure"),
                broken("secret missing", "f.csv", HEAD + GOOD + "\nbob,1002,\n", "4 secret field.required"),
                broken("name missing", "f.csv", HEAD + ",1002,$S\n", "2 username name.required"),
                broken("name twice", "f.csv", HEAD + GOOD + "bob,1002,$S\nANNA,1003,$S\n", "4 username name.twice"),
                broken(
                        "wrong name, weak secret, CRLF",
                        "f.csv",
                        "username,extension,secret\r\n\r\nan na,1001,abc\r\n",
                        "3 username name.form",
                        "3 secret secret.too_short"),
                broken(
                        "line behind a cell of three lines",
                        "f.csv",
                        "username,extension,secret,notes\nanna,1001,$S,\"a\nb\nc\"\nbob,1002,short,\n",
                        "5 secret secret.too_short"),
                broken(
                        "lines that end with CR",
                        "f.csv",
                        "username,extension,secret\ranna,1001,$S\rbob,1002,short\r",
                        "3 secret secret.too_short"),
                broken(
                        "unknown template",
                        "f.csv",
                        "username,extension,secret,template_type\nanna,1001,$S,basic_usr\n",
                        "2 template_type template.unknown"),
                broken(
                        "field of another template",
                        "f.csv",
                        "username,extension,secret,t38_udptl\nanna,1001,$S,yes\n",
                        "2 t38_udptl field.unknown"),
                broken(
                        "neither yes nor no",
                        "f.csv",
                        "username,extension,secret,is_active\nanna,1001,$S,wahr\n",
                        "2 is_active field.boolean"),
                broken(
                        "secret given and asked for",
                        "f.csv",
                        "username,extension,secret,generate_secret\nanna,1001,$S,yes\n",
                        "2 generate_secret secret.given"),
                broken(
                        "wrong codec",
                        "f.csv",
                        "username;extension;secret;codecs\nanna;1001;$S;alaw,ulav\n",
                        "2 codecs field.codecs"),
                broken(
                        "trunk without provider",
                        "f.csv",
                        "trunk_name,username\nt,12345\n",
                        "2 provider template.required"),
                broken(
                        "wrong kind of authentication",
                        "f.csv",
                        "trunk_name,provider,username,password,auth_type\nt,telnyx,12345,$S,none\n",
                        "2 auth_type field.choice"),
                broken(
                        "mistakes of reading and of validation",
                        "f.csv",
                        "username,extension,secret\nanna,1.0E+3,abc\nbob,x y,$S\n",
                        "2 extension spreadsheet.shortened",
                        "2 secret secret.too_short",
                        "3 extension field.extension"));
    }

    static Stream<Arguments> trees() {
        String good = "{\"username\":\"anna\",\"extension\":\"1001\",\"secret\":\"$S\"}";
        return Stream.of(
                broken("nothing", "f.json", "", "0 - file.empty"),
                broken("a text", "f.json", "\"users\"", "1 - file.form"),
                broken("cut off", "f.json", "[\n" + good + ",\n{\"username\": \"bob\"", "3 - file.malformed"),
                broken("comma missing", "f.json", "[\n" + good + "\n" + good + "]", "3 - file.malformed"),
                broken("more behind", "f.json", "[]\n[]", "2 - file.more"),
                broken("unknown member", "f.json", "{\n\"user\": []}", "2 user member.unknown"),
                broken("no array", "f.json", "{\n\"users\": {}}", "2 users field.not_array"),
                broken(
                        "no object",
                        "f.json",
                        "[\n" + good + ",\n7,\n[1]]",
                        "3 - field.not_object",
                        "4 - field.not_object"),
                broken("neither user nor trunk", "f.json", "[\n{\"secret\": \"$S\"}]", "2 - object.kind_unknown"),
                broken(
                        "wrong in the lines of the members",
                        "f.json",
                        "{\"users\": [{\n\"username\": \"an na\",\n\"extension\": \"1001\",\n\"secret\": \"abc\"}]}",
                        "2 username name.form",
                        "4 secret secret.too_short"),
                broken(
                        "secret missing",
                        "f.json",
                        "[" + good + ",\n{\"username\": \"bob\", \"extension\": 1002}]",
                        "2 secret field.required"),
                broken(
                        "null is nothing",
                        "f.json",
                        "[\n{\"username\": \"bob\", \"extension\": 1002, \"secret\": null}]",
                        "2 secret field.required"),
                broken(
                        "member twice",
                        "f.json",
                        "[{\"username\": \"a\", \"extension\": 1, \"secret\": \"$S\",\n\"secret\": \"$S\"}]",
                        "2 secret member.twice"),
                broken(
                        "nested",
                        "f.json",
                        "[{\"username\": \"a\", \"extension\": {\"x\": [1]},\n\"secret\": \"abc\"}]",
                        "1 extension field.not_text",
                        "2 secret secret.too_short"),
                broken(
                        "null in a list",
                        "f.json",
                        "[{\"username\": \"a\", \"extension\": 1, \"secret\": \"$S\",\n\"codecs\": [\"alaw\", null]}]",
                        "2 codecs field.not_text"),
                broken(
                        "list where one is expected",
                        "f.json",
                        "[{\"username\": [\"a\"], \"extension\": 1, \"secret\": \"$S\"}]",
                        "1 username field.not_single"),
                broken(
                        "exponent",
                        "f.json",
                        "[{\"username\": \"a\", \"secret\": \"$S\",\n\"extension\": 1e3}]",
                        "2 extension spreadsheet.shortened"),
                broken(
                        "overrides without a section",
                        "f.json",
                        "[{\"username\": \"a\", \"extension\": 1, \"secret\": \"$S\",\n\"overrides\": {\"x\": \"y\"}}]",
                        "2 overrides overrides.form"),
                broken(
                        "unknown option",
                        "f.json",
                        "[{\"username\": \"a\", \"extension\": 1, \"secret\": \"$S\",\n\"overrides\": {\"endpoint.dierct_media\": \"no\"}}]",
                        "2 overrides.endpoint.dierct_media schema.unknown_option"),
                broken(
                        "unknown field",
                        "f.json",
                        "[{\"username\": \"a\", \"extension\": 1, \"secret\": \"$S\",\n\"is_activ\": true}]",
                        "2 is_activ field.unknown"),
                broken("much too deep", "f.json", "[{\"username\": " + "[".repeat(500), "1 - file.over_limit"),
                broken("no YAML", "f.yaml", "users:\n  - username: [a\n  - b: }\n", "3 - file.malformed"),
                broken(
                        "alias",
                        "f.yaml",
                        "- username: anna\n  extension: &x 1001\n  secret: $S\n- username: bob\n  extension: *x\n  secret: \"$S\"\n",
                        "5 - yaml.alias"),
                broken(
                        "bomb of aliases",
                        "f.yaml",
                        "a: &a [x,x]\nb: &b [*a,*a]\nusers: *b\n",
                        "1 a member.unknown",
                        "2 b member.unknown",
                        "3 - yaml.alias",
                        "3 users field.not_array"),
                broken(
                        "merge",
                        "f.yaml",
                        "users:\n- &d\n  username: anna\n  extension: 1\n  secret: \"$S\"\n- <<: *d\n  username: bob\n",
                        "6 - yaml.alias",
                        "6 << field.unknown",
                        "6 extension field.required",
                        "6 secret field.required"),
                broken(
                        "tag",
                        "f.yaml",
                        "users:\n- username: !!java.net.URL [\"http://x\"]\n  extension: 1\n  secret: \"$S\"\n",
                        "2 - yaml.tag",
                        "2 username field.not_single"),
                broken("two documents", "f.yaml", "users: []\n---\nusers: []\n", "3 - file.more"),
                broken(
                        "wrong in its line",
                        "f.yaml",
                        "users:\n- username: anna\n  extension: 0012\n  secret: \"$S\"\n- username: bob\n  extension: x y\n  secret: abc\n",
                        "6 extension field.extension",
                        "7 secret secret.too_short"),
                broken("tabs in YAML", "f.yaml", "users:\n\t- username: a\n", "2 - file.malformed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"csv", "trees"})
    void each_problem_has_its_place_and_nothing_is_stored(String file, String text, List<String> expected) {
        BulkBench bench = new BulkBench();

        BulkPreview preview = bench.preview(file, text);

        assertThat(preview.problems())
                .as("%s", preview)
                .extracting(BrokenFilesTest::place)
                .containsExactlyElementsOf(expected);
        assertThatExceptionOfType(BulkFileException.class)
                .isThrownBy(preview::store)
                .satisfies(e -> assertThat(e.problems()).isEqualTo(preview.problems()))
                .withMessageContaining(file)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(BulkBench.SECRET));
        assertThat(bench.sipwright.users().list()).isEmpty();
        assertThat(bench.sipwright.trunks().list()).isEmpty();
        assertThat(preview.toString()).contains(file).doesNotContain(BulkBench.SECRET);
    }

    private static String place(BulkProblem problem) {
        return problem.line() + " " + (problem.field().isEmpty() ? "-" : problem.field()) + " " + problem.code();
    }
}
