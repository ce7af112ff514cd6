package io.sipwright.imports.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What others write is read as what was meant. */
class BulkRoundTripTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    @Provide
    Arbitrary<List<SipUserSpec>> users() {
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars("aZ09 ,;\"'#:-{}[]&*!|>%@`=+/\\ÄßЖ漢")
                .ofMaxLength(25)
                .map(text -> "x" + text + "y");
        Arbitrary<String> secret = nasty.map(text -> "Vk7#qL" + text.replace(' ', '_') + "w2-Zr9xTm4")
                .filter(text -> !text.contains(";"));
        Arbitrary<String> notes = nasty.map(text -> text.replace("a", "\n").replace("Z", "\t"));
        return Combinators.combine(
                        Arbitraries.of("basic_user", "advanced_user", "mobile_user", "webrtc_user"),
                        Arbitraries.strings()
                                .withChars("0123456789")
                                .ofMinLength(1)
                                .ofMaxLength(12),
                        secret,
                        nasty.map(text -> text.replaceAll("[\"\\\\;<>]", "_")).injectNull(0.3),
                        notes.injectNull(0.3),
                        Arbitraries.of("alaw", "alaw,ulaw", "opus").injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of("yes", "no").injectNull(0.5))
                .as((template, extension, password, display, text, codecs, active, media) -> {
                    SipUserSpec.Builder user = SipUserSpec.builder("", template)
                            .extension(extension)
                            .secret(password)
                            .notes(text)
                            .active(active);
                    if (display != null) {
                        user.displayName(display);
                    }
                    if (codecs != null) {
                        user.field("codecs", codecs);
                    }
                    if (media != null) {
                        user.override(OptionOverride.set("endpoint", "direct_media", media));
                    }
                    return user.build();
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(BulkRoundTripTest::named);
    }

    private static List<SipUserSpec> named(List<SipUserSpec> users) {
        List<SipUserSpec> named = new ArrayList<>();
        for (SipUserSpec user : users) {
            named.add(user.toBuilder().username("u" + named.size()).build());
        }
        return named;
    }

    private static Map<String, Object> members(ObjectSpec spec, boolean flat) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (spec instanceof SipUserSpec user) {
            members.put("username", user.name());
            members.put("template_type", user.templateId());
            if (!user.notes().isEmpty()) {
                members.put("notes", user.notes());
            }
        } else {
            members.put("trunk_name", spec.name());
            members.put("provider", spec.templateId());
        }
        members.put("is_active", spec.active());
        for (Map.Entry<String, FieldValue> field : spec.fields().asMap().entrySet()) {
            members.put(field.getKey(), field.getValue().text());
        }
        Map<String, Object> overrides = new LinkedHashMap<>();
        spec.overrides()
                .forEach(override ->
                        overrides.put(override.path(), override.values().get(0)));
        if (flat) {
            members.putAll(overrides);
        } else if (!overrides.isEmpty()) {
            members.put("overrides", overrides);
        }
        return members;
    }

    private static String csv(List<? extends ObjectSpec> specs, char separator, boolean quoted) {
        List<Map<String, Object>> rows =
                specs.stream().map(spec -> members(spec, true)).toList();
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        CsvSchema.Builder schema = CsvSchema.builder().setColumnSeparator(separator);
        columns.forEach(schema::addColumn);
        CsvMapper mapper = CsvMapper.builder()
                .configure(CsvWriteFeature.ALWAYS_QUOTE_STRINGS, quoted)
                .configure(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING, true)
                .build();
        return mapper.writer(schema.build().withHeader()).writeValueAsString(rows);
    }

    /** What the library stores of a batch is the reference. */
    private static void isReadFrom(String file, String text, Batch batch) {
        BulkBench bench = new BulkBench();
        var expected = new BulkBench().sipwright.upsertAll(batch).value();

        BulkPreview preview = bench.preview(file, text);
        assertThat(preview.problems()).as("%s", text).isEmpty();
        var stored = preview.store().stored();

        assertThat(stored.users())
                .extracting(user -> user.spec())
                .containsExactlyElementsOf(
                        expected.users().stream().map(user -> user.spec()).toList());
        assertThat(stored.trunks())
                .extracting(trunk -> trunk.spec())
                .containsExactlyElementsOf(
                        expected.trunks().stream().map(trunk -> trunk.spec()).toList());
    }

    @Property(tries = 100)
    void users_come_back_from_csv(
            @ForAll("users") List<SipUserSpec> users, @ForAll boolean quoted, @ForAll("separators") char separator) {
        isReadFrom("users.csv", csv(users, separator, quoted), new Batch(List.of(), users));
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Property(tries = 100)
    void users_come_back_from_json_and_yaml(@ForAll("users") List<SipUserSpec> users, @ForAll boolean wrapped) {
        List<Map<String, Object>> rows =
                users.stream().map(user -> members(user, false)).toList();
        Object tree = wrapped ? Map.of("users", rows) : rows;
        Batch batch = new Batch(List.of(), users);

        isReadFrom("users.json", JSON.writeValueAsString(tree), batch);
        isReadFrom("users.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree), batch);
        isReadFrom("users.yaml", YAML.writeValueAsString(tree), batch);
    }

    @Provide
    Arbitrary<List<TrunkSpec>> trunks() {
        return Combinators.combine(
                        Arbitraries.of("telnyx", "custom_credential"),
                        Arbitraries.integers().between(100_000, 999_999),
                        Arbitraries.of(true, false))
                .as((provider, account, active) -> TrunkSpec.builder("", provider)
                        .username("" + account)
                        .password(BulkBench.TRUNK_SECRET)
                        .field("server", "sip.example.com")
                        .field("inbound_match", "line")
                        .active(active)
                        .build())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(list -> {
                    List<TrunkSpec> named = new ArrayList<>();
                    list.forEach(trunk ->
                            named.add(trunk.toBuilder().name("t" + named.size()).build()));
                    return named;
                });
    }

    @Property(tries = 50)
    void trunks_come_back_from_all_formats(@ForAll("trunks") List<TrunkSpec> trunks) {
        List<Map<String, Object>> rows =
                trunks.stream().map(trunk -> members(trunk, false)).toList();
        Batch batch = new Batch(trunks, List.of());

        isReadFrom("trunks.csv", csv(trunks, ',', false), batch);
        isReadFrom("trunks.json", JSON.writeValueAsString(rows), batch);
        isReadFrom("trunks.yml", YAML.writeValueAsString(Map.of("trunks", rows)), batch);
    }
}
