package io.sipwright.ari;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into Asterisk's files; includes and templates in them are not followed. */
final class FileCheck {

    private static final String RESTART = "Put the lines of the overlay into sorcery.conf, and restart Asterisk.";

    private FileCheck() {}

    static List<AriFinding> of(Path directory) {
        List<AriFinding> findings = new ArrayList<>();
        for (String name : List.of("ari.conf", "http.conf")) {
            // ARI is on unless it is said to be off, and the web server off unless it is said to be on.
            Map<String, List<String>> lines = lines(directory, name, findings);
            if (lines != null && !isOn(lines.get("general/enabled"), name.equals("ari.conf"))) {
                findings.add(new AriFinding(
                        name.equals("ari.conf") ? "ari-disabled" : "http-disabled",
                        name + " does not enable it.",
                        "Set enabled=yes in its section [general], and reload."));
            }
        }
        Map<String, List<String>> sorcery = lines(directory, "sorcery.conf", findings);
        if (sorcery != null) {
            if (!isOn(sorcery.get("general/update_or_create_on_update_miss"), false)) {
                findings.add(new AriFinding(
                        "update-option",
                        "sorcery.conf lacks update_or_create_on_update_miss=yes, so that no password can be changed.",
                        RESTART));
            }
            mapping(sorcery, Types.AUTH, true, findings);
            mapping(sorcery, Types.AOR, false, findings);
            mapping(sorcery, Types.ENDPOINT, false, findings);
        }
        return findings;
    }

    private static void mapping(
            Map<String, List<String>> sorcery, String type, boolean memoryFirst, List<AriFinding> findings) {
        List<String> wizards = sorcery.getOrDefault("res_pjsip/" + type, List.of()).stream()
                .map(value -> value.split(",", 2)[0].strip())
                .toList();
        int memory = wizards.indexOf("memory");
        int config = wizards.indexOf("config");
        if (memory < 0 || config < 0) {
            findings.add(new AriFinding(
                    "memory-missing",
                    "sorcery.conf does not have both memory and config for type " + type + ".",
                    RESTART));
        } else if (memory < config != memoryFirst) {
            findings.add(new AriFinding(
                    "memory-order",
                    "sorcery.conf has memory " + (memoryFirst ? "after" : "before") + " config for type " + type + ".",
                    RESTART));
        }
    }

    private static boolean isOn(@Nullable List<String> values, boolean otherwise) {
        if (values == null || values.isEmpty()) {
            return otherwise;
        }
        return List.of("yes", "true", "y", "t", "1", "on")
                .contains(values.get(values.size() - 1).toLowerCase(Locale.ROOT));
    }

    /** Section and option to its values; null if the file cannot be read, which is a finding. */
    private static @Nullable Map<String, List<String>> lines(Path directory, String name, List<AriFinding> findings) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        String section = "";
        try {
            for (String raw : Files.readAllLines(directory.resolve(name), StandardCharsets.ISO_8859_1)) {
                String line = raw.split(";", 2)[0].strip();
                int equals = line.indexOf('=');
                if (line.startsWith("[")) {
                    section = line.substring(1).split("]", 2)[0];
                } else if (equals > 0) {
                    String value = line.substring(equals + 1);
                    lines.computeIfAbsent(
                                    section + "/" + line.substring(0, equals).strip(), key -> new ArrayList<>())
                            .add((value.startsWith(">") ? value.substring(1) : value).strip());
                }
            }
            return lines;
        } catch (IOException e) {
            findings.add(new AriFinding(
                    "not-readable", name + " cannot be read in " + directory + ".", "Let this program read it."));
            return null;
        }
    }
}
