package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Batch;
import io.sipwright.BatchOutcome;
import io.sipwright.BatchProgress;
import io.sipwright.Provisioned;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Stamps;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.TemplateField;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;

/**
 * Every hostile string in every field, in an override and as a name: it is refused before anything is written, or stands in
 * its row so that Asterisk reads exactly what was given; and nothing else comes to be.
 */
@Timeout(300)
class HostileRowsTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final String PASSWORD = "Vq7-wT2_mXc9Rk";
    private static final List<String> STRINGS = HostileStrings.all();

    /** Of each field, every third string, and of each string, every third field; with this property all of them. */
    private static final int SHARE = Boolean.getBoolean("sipwright.realtime.hostile") ? 1 : 3;

    @AsteriskTest
    void in_users(AsteriskInstallation installation) {
        List<SipUserSpec> users = new ArrayList<>();
        for (TemplateField field :
                Rendered.CATALOG.userTemplate("basic_user").orElseThrow().fields()) {
            each(field.name(), (name, value) -> users.add(user(name, field.name(), value)));
        }
        each(
                "override",
                (name, value) -> users.add(base(name)
                        .override(OptionOverride.set("endpoint", "callerid_tag", value))
                        .build()));
        STRINGS.forEach(name -> users.add(base(name).build()));
        run(installation, new Batch(List.of(), users), BatchOutcome::users);
    }

    @AsteriskTest
    void in_trunks(AsteriskInstallation installation) {
        List<TrunkSpec> trunks = new ArrayList<>();
        for (TemplateField field :
                Rendered.CATALOG.provider("custom_credential").orElseThrow().fields()) {
            each(
                    field.name(),
                    (name, value) ->
                            trunks.add(trunk(name).field(field.name(), value).build()));
        }
        each(
                "override",
                (name, value) -> trunks.add(trunk(name)
                        .override(OptionOverride.set("endpoint", "callerid_tag", value))
                        .build()));
        STRINGS.forEach(name -> trunks.add(trunk(name).build()));
        run(installation, new Batch(trunks, List.of()), BatchOutcome::trunks);
    }

    private interface Making {
        void with(String name, String value);
    }

    private static void each(String field, Making making) {
        for (int i = Math.floorMod(field.hashCode(), SHARE); i < STRINGS.size(); i += SHARE) {
            making.with(field + "-" + i, STRINGS.get(i));
        }
    }

    private static SipUserSpec.Builder base(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(PASSWORD)
                .field("qualify_frequency", "0");
    }

    private static SipUserSpec user(String name, String field, String value) {
        SipUserSpec.Builder builder = base(name);
        if (field.equals("realm")) { // which is rendered with a digest only
            builder.clear("secret").field("md5_digest", "0123456789abcdef0123456789abcdef");
        }
        if (field.equals("extension")) {
            builder.field("display_name", "Alice");
        }
        return builder.field(field, value).build();
    }

    /** Calls no one: registers in a hundred years, and asks only this machine. */
    private static TrunkSpec.Builder trunk(String name) {
        return TrunkSpec.builder(name, "custom_credential")
                .server("127.0.0.1")
                .port(9)
                .username("u1")
                .password(PASSWORD)
                .field("qualify_frequency", "0")
                .override(OptionOverride.set("registration", "max_random_initial_delay", "4000000000"));
    }

    private static void run(
            AsteriskInstallation installation,
            Batch batch,
            Function<BatchOutcome, List<? extends BatchOutcome.Row<?>>> kind) {
        AsteriskVersion version =
                AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        try (AsteriskServer asterisk = Nodes.start(installation, database);
                Deployment deployment = Deployment.inOneDatabase(database, version, Map.of("one", asterisk));
                AmiProbe ami = asterisk.ami()) {
            // From now on, what the rows hold is known, and no new trunk is told to register once more.
            assertThat(deployment
                            .sipwright
                            .users()
                            .create(base("warm_up").build())
                            .awaitApplied(LONG)
                            .isVerified())
                    .isTrue();
            Provisioned<BatchOutcome> change = deployment.sipwright.upsertValid(batch, BatchProgress.ignored());
            List<? extends BatchOutcome.Row<?>> rows = kind.apply(change.value());
            long stored = rows.stream().filter(row -> row.stored() != null).count();
            assertThat(stored).isGreaterThan(1000 / SHARE);
            assertThat(rows.size() - stored).isGreaterThan(1000 / SHARE);

            assertThat(change.awaitApplied(LONG)).matches(applied -> applied.isVerified(), "seen running");
            RowsOfStore expected = new RowsOfStore(database, deployment.store, version);
            expected.areAllThereAre();
            readsExactly(version, ami, expected.sections());
        }
    }

    private static void readsExactly(AsteriskVersion version, AmiProbe ami, List<Section> sections) {
        SoftAssertions softly = new SoftAssertions();
        for (Section section : sections) {
            String type = section.type().orElseThrow();
            softly.assertThat(ami.sorcery(type, section.name(), Stamps.OPTION))
                    .as(section.name())
                    .isEqualTo(section.first(Stamps.OPTION).orElseThrow());
            for (Option option : section.options()) {
                if (isText(version, type, option)) {
                    softly.assertThat(ami.sorcery(type, section.name(), option.name()))
                            .as(type + " " + section.name() + " " + option.name())
                            .isEqualTo(option.value());
                } else if (option.name().equals("callerid") && section.name().startsWith("display_name")) {
                    // Asterisk has its own ways with numbers.
                    String name = option.value().substring(0, option.value().lastIndexOf('"') + 1);
                    softly.assertThat(ami.sorcery(type, section.name(), option.name()))
                            .startsWith(name);
                }
            }
        }
        softly.assertAll();
        Set<String> running = ami.list("PJSIPShowEndpoints", Map.of()).stream()
                .flatMap(event -> event.first("ObjectName").stream())
                .collect(Collectors.toSet());
        assertThat(running)
                .containsExactlyInAnyOrderElementsOf(sections.stream()
                        .filter(section -> section.type().orElse("").equals("endpoint"))
                        .map(Section::name)
                        .toList());
    }

    /** Whether Asterisk gives an option back in the words that it was given in; what is longer it cuts as it tells it. */
    private static boolean isText(AsteriskVersion version, String type, Option option) {
        String name = option.name();
        boolean known = name.startsWith("@")
                || PjsipSchema.of(version)
                        .type(type)
                        .flatMap(it -> it.option(name))
                        .filter(it -> it.kind().equals("string") || it.kind().equals("secret"))
                        .isPresent();
        return known && PjsipText.utf8Bytes(option.value()) < 1000;
    }
}
