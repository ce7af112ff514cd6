package io.sipwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.BatchPreview;
import io.sipwright.BatchProgress;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.Section;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.validation.SecretPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every configuration of the corpus, imported and rendered, with what the import left alone beside it. */
class ImportRoundTripTest extends RoundTripContract {

    @Override
    Importing importing(AsteriskInstallation installation) {
        AsteriskVersion version =
                AsteriskVersion.parse(Integer.toString(installation.major())).orElseThrow();
        return (configuration, target) -> importInto(version, configuration, target);
    }

    private static Path importInto(AsteriskVersion version, Path configuration, Path target) {
        try (Sipwright sipwright = Sipwright.builder()
                .target(ConfigFiles.in(target))
                .applying(Applying.ON_REQUEST)
                .asteriskVersion(version)
                .secretPolicy(SecretPolicy.any()) // these are in use already
                .build()) {
            PjsipImportPreview preview = PjsipImport.into(sipwright).read(configuration);
            assertThat(preview.changes().violations()).as(preview.toString()).isEmpty();
            preview.store(BatchProgress.ignored());
            sipwright.apply();
            assertThat(again(sipwright, configuration)).allMatch(BatchPreview.Action.UNCHANGED::equals);
            keepTheRest(preview, ConfigurationDirectory.read(configuration), target);
            return target;
        }
    }

    private static Stream<BatchPreview.Action> again(Sipwright sipwright, Path configuration) {
        BatchPreview changes = PjsipImport.into(sipwright).read(configuration).changes();
        return Stream.concat(
                changes.trunks().stream().map(BatchPreview.Row::action),
                changes.users().stream().map(BatchPreview.Row::action));
    }

    /** As a person would: what was taken over goes, the rest stays. */
    private static void keepTheRest(PjsipImportPreview preview, ConfigurationDirectory files, Path target) {
        Set<Location> left =
                preview.leftAlone().stream().map(LeftAlone::location).collect(Collectors.toSet());
        try {
            Files.writeString(
                    target.resolve(ConfigurationDirectory.MAIN),
                    sections(files.parse(ConfigurationDirectory.MAIN), left)
                            + "#include pjsip_trunks.conf\n#include pjsip_users.conf\n");
            if (files.has(ConfigurationDirectory.WIZARD)) {
                Files.writeString(
                        target.resolve(ConfigurationDirectory.WIZARD),
                        sections(files.parse(ConfigurationDirectory.WIZARD), left));
            }
            if (files.has("phoneprov.conf")) {
                Files.writeString(
                        target.resolve("phoneprov.conf"), files.files().get("phoneprov.conf"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sections(ParsedPjsip parsed, Set<Location> left) {
        StringBuilder text = new StringBuilder();
        List<Section> sections = parsed.document().sections();
        for (int i = 0; i < sections.size(); i++) {
            if (left.contains(parsed.locations().get(i))) {
                text.append('[').append(sections.get(i).name()).append("]\n");
                for (Option option : sections.get(i).options()) {
                    text.append(option.name()).append('=');
                    text.append(option.value().replace(";", "\\;")).append('\n');
                }
            }
        }
        return text.toString();
    }
}
