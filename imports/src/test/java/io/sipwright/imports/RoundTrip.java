package io.sipwright.imports;

import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A configuration, and what an import makes of it: each is loaded into a real Asterisk, and both must show the same. */
record RoundTrip(AsteriskInstallation installation) {

    private static final Map<String, String> DEFAULTS = Map.of("registration", "10", "aor", "0");

    /** What differs after an import, line by line; empty when nothing does. */
    List<String> difference(Path configuration, Importing importing, Path target) {
        Snapshot before = snapshot(configuration);
        return before.difference(snapshot(importing.importInto(configuration, target)));
    }

    /** What Asterisk shows when it is started with a configuration. */
    Snapshot snapshot(Path configuration) {
        return snapshot(ConfigurationDirectory.read(configuration));
    }

    Snapshot snapshot(ConfigurationDirectory directory) {
        try (AsteriskServer asterisk = new QuietConfiguration(directory).start(installation)) {
            return restored(Snapshot.of(asterisk), directory);
        }
    }

    /** Puts in what the files say for the options that a quiet configuration changes. */
    private static Snapshot restored(Snapshot snapshot, ConfigurationDirectory directory) {
        Map<String, String> said = new HashMap<>();
        Stream.concat(
                        directory.parse(ConfigurationDirectory.MAIN).document().sections().stream(),
                        WizardExpansion.of(directory.parse(ConfigurationDirectory.WIZARD)).sections().stream()
                                .map(WizardExpansion.Made::section))
                .forEach(section -> said.putAll(said(section)));
        Map<String, List<String>> objects = new TreeMap<>();
        snapshot.objects()
                .forEach((name, lines) -> objects.put(
                        name,
                        lines.stream().map(line -> restored(name, line, said)).toList()));
        return new Snapshot(objects);
    }

    private static Map<String, String> said(Section section) {
        String type = section.type().orElse("");
        String option = QuietConfiguration.CHANGED.getOrDefault(type, "");
        List<String> values = option.isEmpty() ? List.of() : section.all(option);
        return values.isEmpty() ? Map.of() : Map.of(type + " " + section.name(), values.get(values.size() - 1));
    }

    private static String restored(String object, String line, Map<String, String> said) {
        String type = object.substring(0, object.indexOf(' '));
        String option = QuietConfiguration.CHANGED.getOrDefault(type, "");
        boolean changed = !option.isEmpty() && line.startsWith(option + " = ");
        return changed ? option + " = " + said.getOrDefault(object, DEFAULTS.get(type)) : line;
    }
}
