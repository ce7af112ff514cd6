package io.sipwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.UpgradePlan.ObjectUpgrade;
import io.sipwright.UpgradePlan.OptionUpgrade;
import io.sipwright.apply.Applying;
import io.sipwright.apply.Plan;
import io.sipwright.reload.ObjectKey;
import io.sipwright.secret.Secret;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ObjectKind;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradePlanTest {

    private static final String SECRET = "Vk7#qLw2-Zr9xTm4";

    @TempDir
    Path directory;

    private final InMemoryStore store = new InMemoryStore();
    private Sipwright sipwright;

    @BeforeEach
    void start() {
        sipwright = Sipwright.builder()
                .store(store)
                .target(ConfigFiles.in(directory))
                .catalog(ours(1, "\"rtp_timeout\": \"60\", \"accountcode\": \"ours\"", ""))
                .applying(Applying.ON_REQUEST)
                .build();
    }

    @AfterEach
    void close() {
        sipwright.close();
    }

    private static TemplateCatalog ours(int version, String endpoint, String fields) {
        return TemplateCatalog.builder()
                .addJson("ours.json", """
                        {"id": "ours", "kind": "provider", "extends": "credential-trunk", "version": %d,
                         "displayName": "Ours", "fields": {%s},
                         "sections": {"endpoint": {"options": {%s}}}}
                        """.formatted(version, fields, endpoint))
                .build();
    }

    private static TrunkSpec.Builder trunk(String name) {
        return TrunkSpec.builder(name, "ours")
                .server("carrier.example.net")
                .username("account")
                .password(SECRET);
    }

    private static ObjectUpgrade only(UpgradePlan plan) {
        assertThat(plan.objects()).hasSize(1);
        return plan.objects().get(0);
    }

    private static OptionUpgrade option(String name, List<String> from, List<String> to, List<String> result) {
        return option(name, from, to, Optional.empty(), result);
    }

    private static OptionUpgrade option(
            String name, List<String> from, List<String> to, Optional<List<String>> override, List<String> result) {
        return new OptionUpgrade(
                "endpoint", new ObjectKey("endpoint", "carrier-endpoint"), name, from, to, override, result);
    }

    @Test
    void the_same_templates_change_nothing() {
        sipwright.trunks().create(trunk("carrier").build());
        sipwright.users().create(user("alice"));

        UpgradePlan plan = sipwright.upgrades().plan(ours(1, "\"rtp_timeout\": \"60\", \"accountcode\": \"ours\"", ""));

        assertThat(plan.objects()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(2);
        assertThat(plan.isBreaking()).isFalse();
        assertThat(plan.toString()).isEqualTo("Generation 2: 0 would change, 2 stay as they are\n");
    }

    @Test
    void options_are_seen_from_three_sides() {
        sipwright
                .trunks()
                .create(trunk("carrier")
                        .override(OptionOverride.set("endpoint", "RTP_timeout", "45"))
                        .build());
        sipwright.users().create(user("alice"));

        UpgradePlan plan = sipwright.upgrades().plan(ours(2, "\"rtp_timeout\": \"30\", \"send_rpid\": \"yes\"", ""));

        ObjectUpgrade carrier = only(plan);
        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(carrier.kind()).isEqualTo(ObjectKind.TRUNK);
        assertThat(carrier.fromVersion()).isEqualTo(OptionalInt.of(1));
        assertThat(carrier.toVersion()).isEqualTo(OptionalInt.of(2));
        assertThat(carrier.violations()).isEmpty();
        assertThat(carrier.options())
                .containsExactly(
                        option("accountcode", List.of("ours"), List.of(), List.of()),
                        option("rtp_timeout", List.of("60"), List.of("30"), Optional.of(List.of("45")), List.of("45")),
                        option("send_rpid", List.of(), List.of("yes"), List.of("yes")));
        assertThat(plan.toString()).isEqualTo("""
                Generation 2: 1 would change, 1 stay as they are
                ~ trunk carrier (ours 1 -> 2)
                    endpoint carrier-endpoint accountcode ours -> none
                    endpoint carrier-endpoint rtp_timeout 60 -> 30, overridden by 45, becomes 45
                    endpoint carrier-endpoint send_rpid none -> yes
                """);
    }

    @Test
    void what_was_planned_is_what_the_other_templates_render() {
        sipwright
                .trunks()
                .create(trunk("carrier")
                        .override(OptionOverride.remove("endpoint", "rtp_timeout"))
                        .build());
        sipwright.apply();
        TemplateCatalog newer = ours(2, "\"rtp_timeout\": \"30\", \"accountcode\": \"theirs\"", "");
        ObjectUpgrade planned = only(sipwright.upgrades().plan(newer));
        assertThat(planned.options())
                .contains(option("rtp_timeout", List.of("60"), List.of("30"), Optional.of(List.of()), List.of()));

        try (Sipwright upgraded = Sipwright.builder()
                .store(store)
                .target(ConfigFiles.in(directory))
                .catalog(newer)
                .applying(Applying.ON_REQUEST)
                .build()) {
            List<Plan.ObjectChange> changes = upgraded.plan().get(0).changes();
            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).options())
                    .containsExactly(new Plan.OptionChange("accountcode", List.of("ours"), List.of("theirs")));
        }
    }

    @Test
    void a_field_that_becomes_required_is_a_violation() {
        sipwright.trunks().create(trunk("carrier").build());

        UpgradePlan plan = sipwright
                .upgrades()
                .plan(ours(2, "\"rtp_timeout\": \"60\", \"accountcode\": \"ours\"", "\"did\": {\"required\": true}"));

        assertThat(plan.isBreaking()).isTrue();
        assertThat(only(plan).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.path()).isEqualTo("did"));
        assertThat(plan.toString()).contains("    ! did: ");
    }

    @Test
    void an_override_of_a_section_that_goes_is_a_violation() {
        sipwright
                .trunks()
                .create(trunk("carrier")
                        .override(OptionOverride.set("aor", "qualify_timeout", "2"))
                        .build());
        TemplateCatalog newer =
                TemplateCatalog.builder().addJson("ours.json", """
                        {"id": "ours", "kind": "provider", "extends": "credential-trunk", "version": 2,
                         "displayName": "Ours", "fields": {"qualify_frequency": null},
                         "sections": {"aor": null, "endpoint": {"options": {"rtp_timeout": "60"}}}}
                        """).build();

        ObjectUpgrade carrier = only(sipwright.upgrades().plan(newer));

        assertThat(carrier.violations()).isNotEmpty();
        assertThat(carrier.options()).anySatisfy(option -> {
            assertThat(option.role()).isEqualTo("aor");
            assertThat(option.option()).isEqualTo("qualify_timeout");
            assertThat(option.override()).contains(List.of("2"));
            assertThat(option.result()).isEmpty();
        });
    }

    @Test
    void a_template_that_is_gone_is_a_violation_also_for_what_is_not_active() {
        sipwright.trunks().create(trunk("carrier").active(false).build());

        UpgradePlan plan = sipwright.upgrades().plan(TemplateCatalog.shipped());

        assertThat(only(plan).toVersion()).isEmpty();
        assertThat(only(plan).active()).isFalse();
        assertThat(only(plan).options()).isEmpty();
        assertThat(only(plan).violations())
                .extracting(violation -> violation.code())
                .containsExactly("template.unknown");
        assertThat(plan.toString()).contains("~ trunk carrier, inactive (ours 1 -> none)");
    }

    @Test
    void what_is_invalid_now_as_well_is_not_the_fault_of_the_templates() {
        sipwright.trunks().create(trunk("carrier").build());
        TemplateCatalog strict =
                ours(1, "\"rtp_timeout\": \"60\", \"accountcode\": \"ours\"", "\"did\": {\"required\": true}");
        try (Sipwright broken = Sipwright.builder()
                .target(ConfigFiles.in(directory))
                .catalog(strict)
                .build()) {
            assertThat(broken.upgrades().plan(strict).objects()).isEmpty();
        }
        assertThat(sipwright.upgrades().plan(strict).isBreaking()).isTrue();
    }

    @Test
    void secrets_are_masked() {
        sipwright
                .trunks()
                .create(trunk("carrier")
                        .override(OptionOverride.set("auth", "password", SECRET + "-own"))
                        .build());
        TemplateCatalog newer =
                TemplateCatalog.builder().addJson("ours.json", """
                        {"id": "ours", "kind": "provider", "extends": "credential-trunk", "version": 2,
                         "displayName": "Ours",
                         "sections": {"auth": {"options": {"password": "prefix-${password}"}}}}
                        """).build();

        UpgradePlan plan = sipwright.upgrades().plan(newer);

        assertThat(only(plan).options()).anySatisfy(option -> {
            assertThat(option.option()).isEqualTo("password");
            assertThat(option.from()).containsExactly(Secret.MASK);
            assertThat(option.to()).containsExactly(Secret.MASK);
            assertThat(option.override()).contains(List.of(Secret.MASK));
            assertThat(option.result()).containsExactly(Secret.MASK);
        });
        assertThat(plan.toString() + plan.objects()).doesNotContain("qLw2");
    }

    @Test
    void many_users_that_stay_as_they_are_are_only_counted() {
        sipwright.upsertAll(new Batch(
                List.of(),
                IntStream.range(0, 2000).mapToObj(i -> user("user" + i)).toList()));
        sipwright.trunks().create(trunk("carrier").build());

        UpgradePlan plan = sipwright.upgrades().plan(ours(2, "\"rtp_timeout\": \"60\", \"accountcode\": \"ours\"", ""));

        assertThat(plan.unchanged()).isEqualTo(2000);
        assertThat(only(plan).options())
                .as("another version, and the same sections")
                .isEmpty();
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(SECRET)
                .build();
    }
}
