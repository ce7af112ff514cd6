package io.sipwright.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import io.sipwright.testkit.template.TemplateSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

/** Asterisk makes the same objects of rows as of a file, of all shipped templates. */
@Timeout(120)
class SameObjectsTest {

    /** Seconds out of which Asterisk draws the delay of a registration, so that it calls no carrier. */
    private static final String NEVER = "4000000000";

    @AsteriskTest
    void rows_and_files_make_the_same(AsteriskInstallation installation) {
        AsteriskVersion version = installation.major() == 22 ? AsteriskVersion.V22 : AsteriskVersion.V16;
        List<ObjectRows> objects = samples(version);
        List<Section> sections =
                objects.stream().flatMap(object -> object.sections().stream()).toList();
        TestDatabase database = PostgreSqlServer.newDatabase();
        RealtimeSchema.of(database.dataSource()).run();
        new Writer(database, version).write(1, objects.toArray(ObjectRows[]::new));
        String file = PjsipWriter.toString(new PjsipDocument(List.copyOf(sections)));
        try (AsteriskServer ofFile = AsteriskServer.builder(installation)
                        .file("pjsip_trunks.conf", file)
                        .start();
                AsteriskServer ofRows = Nodes.start(installation, database);
                AmiProbe fromFile = ofFile.ami();
                AmiProbe fromRows = ofRows.ami()) {
            List<String> differences = new ArrayList<>();
            int compared = 0;
            for (Section section : sections) {
                String type = section.type().orElseThrow();
                for (String option : options(section)) {
                    String expected = fromFile.sorcery(type, section.name(), option);
                    compared += expected.isEmpty() ? 0 : 1;
                    if (!expected.equals(fromRows.sorcery(type, section.name(), option))) {
                        differences.add(type + " " + section.name() + " " + option);
                    }
                }
            }
            assertThat(differences).isEmpty();
            assertThat(compared).isGreaterThan(1000);
        }
    }

    private static List<String> options(Section section) {
        return section.options().stream()
                .map(Option::name)
                .filter(name -> !name.equals("set_var") && !name.equals(Section.TYPE)) // which can't be asked for
                .distinct()
                .toList();
    }

    private static List<ObjectRows> samples(AsteriskVersion version) {
        Rendered rendered = new Rendered(version);
        List<ObjectRows> objects = new ArrayList<>();
        Rendered.CATALOG.userTemplates().values().stream()
                .flatMap(template -> TemplateSamples.users(template).stream())
                .forEach(user -> objects.add(offline(rendered.user(user))));
        Rendered.CATALOG.providers().values().stream()
                .flatMap(template -> TemplateSamples.trunks(template).stream().limit(6))
                .forEach(trunk -> objects.add(offline(rendered.trunk(trunk))));
        return objects;
    }

    private static ObjectRows offline(ObjectRows object) {
        return new ObjectRows(
                object.owner(),
                object.sections().stream().map(SameObjectsTest::offline).toList());
    }

    private static Section offline(Section section) {
        Optional<Option> more = switch (section.type().orElse("")) {
            case "registration" -> Optional.of(new Option("max_random_initial_delay", NEVER));
            case "aor" -> Optional.of(new Option("qualify_frequency", "0"));
            default -> Optional.empty();
        };
        List<Option> options = new ArrayList<>(section.options());
        options.removeIf(option ->
                option.name().equals(Section.TYPE) || more.map(Option::name).equals(Optional.of(option.name())));
        more.ifPresent(options::add);
        return Section.of(section.name(), section.type().orElseThrow(), options);
    }
}
