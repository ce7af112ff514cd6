package io.sipwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.sipwright.apply.Applying;
import io.sipwright.store.Change;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ObjectKind;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Newer templates for objects that were made with older ones. */
class UpgradingTest {

    private static final String SECRET = "Vk7#qLw2-Zr9xTm4";
    private static final String OLD = "\"54.1.1.1\"";
    private static final String BOTH = "\"54.1.1.1\", \"54.2.2.2\"";
    private static final String NEW = "\"54.2.2.2\"";

    @TempDir
    Path directory;

    private final InMemoryStore store = new InMemoryStore();

    private static TemplateCatalog catalog(int version, String sources, String more) {
        return TemplateCatalog.builder()
                .addJson("ours.json", """
                        {"catalogue": {"id": "ours", "version": "%d"}, "templates": [
                         {"id": "ours", "kind": "provider", "extends": "credential-trunk", "version": %1$d,
                          "fields": {"inbound_sources": {"default": [%s]} %s}}]}
                        """.formatted(version, sources, more))
                .build();
    }

    private Sipwright with(TemplateCatalog catalog) {
        return Sipwright.builder()
                .store(store)
                .target(ConfigFiles.in(directory))
                .catalog(catalog)
                .applying(Applying.ON_REQUEST)
                .actor(() -> "operator")
                .build();
    }

    private static TrunkSpec.Builder trunk(String name) {
        return TrunkSpec.builder(name, "ours")
                .server("sip.carrier.net")
                .username("account")
                .password(SECRET);
    }

    private void made(TrunkSpec... trunks) {
        try (Sipwright old = with(catalog(1, OLD, ""))) {
            for (TrunkSpec trunk : trunks) {
                old.trunks().create(trunk);
            }
            old.users()
                    .create(SipUserSpec.builder("alice", "basic_user")
                            .extension("1001")
                            .secret(SECRET)
                            .build());
        }
    }

    @Test
    void what_is_to_be_upgraded_and_what_becomes_of_it() {
        made(trunk("carrier").build());

        try (Sipwright sipwright = with(catalog(2, BOTH, ""))) {
            assertThat(sipwright.catalog().version()).endsWith("ours 2");
            assertThat(sipwright.upgrades().pending()).singleElement().satisfies(pending -> {
                assertThat(pending.kind()).isEqualTo(ObjectKind.TRUNK);
                assertThat(pending.storedVersion()).isEqualTo(1);
                assertThat(pending.catalogVersion()).isEqualTo(OptionalInt.of(2));
                assertThat(pending.isOlder()).isTrue();
                assertThat(pending.violations()).isEmpty();
                assertThat(pending.toString()).isEqualTo("trunk carrier (ours 1 -> 2)");
                assertThat(pending.sections().sections())
                        .filteredOn(section ->
                                section.type().filter("identify"::equals).isPresent())
                        .singleElement()
                        .satisfies(
                                identify -> assertThat(identify.all("match")).containsExactly("54.1.1.1", "54.2.2.2"));
                assertThat(pending.sections().toString()).doesNotContain(SECRET);
            });
            assertThat(sipwright.upgrades().planFrom(catalog(1, OLD, "")).toString())
                    .contains("trunk carrier (ours 1 -> 2)", "match 54.1.1.1 -> 54.1.1.1, 54.2.2.2");
        }
    }

    @Test
    void one_call_notes_the_version_and_keeps_fields_and_overrides() {
        OptionOverride own = OptionOverride.set("endpoint", "rtp_timeout", "45");
        made(
                trunk("carrier").override(own).build(),
                trunk("other").field("inbound_match", "none").build());

        try (Sipwright sipwright = with(catalog(2, BOTH, ""))) {
            Provisioned<List<String>> done = sipwright.upgrades().take();

            assertThat(done.value()).containsExactly("carrier", "other");
            assertThat(sipwright.trunks().get("carrier").templateVersion()).isEqualTo(2);
            assertThat(sipwright.trunks().get("carrier").spec())
                    .isEqualTo(trunk("carrier").override(own).build());
            assertThat(sipwright.changesSince(done.generation() - 1, 10))
                    .extracting(Change::name, Change::action, Change::actor)
                    .containsExactlyInAnyOrder(
                            tuple("carrier", Change.Action.UPDATED, "operator"),
                            tuple("other", Change.Action.UPDATED, "operator"));
            assertThat(sipwright.upgrades().pending()).isEmpty();

            Provisioned<List<String>> again = sipwright.upgrades().take();
            assertThat(again.value()).isEmpty();
            assertThat(again.generation()).isEqualTo(done.generation());
        }
    }

    @Test
    void some_of_them() {
        made(
                trunk("carrier").build(),
                trunk("other").field("inbound_match", "none").build());

        try (Sipwright sipwright = with(catalog(2, BOTH, ""))) {
            assertThat(sipwright.upgrades().take(List.of("CARRIER", "alice")).value())
                    .containsExactly("carrier");
            assertThat(sipwright.upgrades().pending())
                    .extracting(PendingUpgrade::name)
                    .containsExactly("other");
            assertThatThrownBy(() -> sipwright.upgrades().take(List.of("other", "nobody")))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("nobody");
            assertThat(sipwright.trunks().get("other").templateVersion()).isEqualTo(1);
        }
    }

    @Test
    void all_that_is_wrong_at_once_and_nothing_done() {
        made(
                trunk("carrier").build(),
                trunk("other").field("inbound_match", "none").build());
        String required = ", \"site\": {\"label\": \"Site\", \"required\": true}, \"did\": {\"required\": \"site\"}";
        String used = required + "}, \"sections\": {\"endpoint\": {\"options\": {\"accountcode\": \"${site}\"}}";

        try (Sipwright sipwright = with(catalog(2, BOTH, used))) {
            assertThat(sipwright.upgrades().pending())
                    .hasSize(2)
                    .allSatisfy(pending -> assertThat(pending.toString()).contains("\n    ! site: Required."));
            assertThatThrownBy(sipwright.upgrades()::take)
                    .isInstanceOfSatisfying(
                            ValidationException.class,
                            refused -> assertThat(refused.violations())
                                    .extracting(Violation::path)
                                    .containsExactly("trunks[carrier].site", "trunks[other].site"));
            assertThat(sipwright.trunks().list()).allMatch(trunk -> trunk.templateVersion() == 1);
        }
    }

    @Test
    void an_older_catalogue_and_a_template_that_is_gone() {
        made(trunk("carrier").build());
        try (Sipwright newer = with(catalog(3, BOTH, ""))) {
            newer.upgrades().take();
        }

        try (Sipwright back = with(catalog(2, OLD, ""))) {
            assertThat(back.upgrades().pending()).singleElement().matches(pending -> !pending.isOlder());
            assertThat(back.upgrades().take().value()).isEmpty();
            assertThat(back.upgrades().take(List.of("carrier")).value()).containsExactly("carrier");
            assertThat(back.trunks().get("carrier").templateVersion()).isEqualTo(2);
        }
        try (Sipwright without = with(TemplateCatalog.shipped())) {
            assertThat(without.upgrades().pending()).singleElement().satisfies(pending -> {
                assertThat(pending.catalogVersion()).isEmpty();
                assertThat(pending.sections().sections()).isEmpty();
                assertThat(pending.toString()).startsWith("trunk carrier (ours 2 -> none)\n    ! ");
            });
            assertThat(without.upgrades().take().value()).isEmpty();
        }
    }

    /** Old and new addresses are both let in as long as the version that lists both is in the catalogue. */
    @Test
    void addresses_overlap_in_time_by_versions() throws IOException {
        made(trunk("carrier").build());
        assertThat(matches(with(catalog(1, OLD, "")))).isEqualTo("54.1.1.1");
        TemplateCatalog both = catalog(2, BOTH, "");
        assertThat(matches(with(both))).isEqualTo("54.1.1.1 54.2.2.2");
        assertThat(matches(with(both))).isEqualTo("54.1.1.1 54.2.2.2");
        assertThat(matches(with(catalog(3, NEW, "")))).isEqualTo("54.2.2.2");
    }

    private String matches(Sipwright sipwright) throws IOException {
        try (sipwright) {
            sipwright.upgrades().take();
            sipwright.apply();
            return String.join(
                    " ",
                    Files.readAllLines(directory.resolve("pjsip_trunks.conf")).stream()
                            .filter(line -> line.startsWith("match"))
                            .map(line -> line.replaceFirst("match *= *", ""))
                            .toList());
        }
    }
}
