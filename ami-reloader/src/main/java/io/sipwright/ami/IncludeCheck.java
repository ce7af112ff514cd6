package io.sipwright.ami;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether {@code pjsip.conf} includes our files, once each, and goes on with a section of its own. */
final class IncludeCheck {
    private static final Pattern INCLUDE = Pattern.compile("(?i)#(?:try)?include\\s+[\"<]?([^\">;]+)[\">]?.*");

    private final ConfigTree tree;

    IncludeCheck(ConfigTree tree) {
        this.tree = tree;
    }

    void run(Diagnosis diagnosis) {
        if (tree.unreadable != null) {
            diagnosis.advice(
                    "pjsip-unreadable",
                    tree.unreadable + ", so that its includes and transports are not known here",
                    "Let the group of this process read it, or do without this check.");
            return;
        }
        for (String name : ConfigTree.OUR_NAMES) {
            one(name, diagnosis);
        }
        if (tree.invalid != null
                && diagnosis.findings().stream().noneMatch(f -> f.code().equals("include-missing"))) {
            diagnosis.error(
                    "pjsip-invalid",
                    "Asterisk does not take pjsip.conf, or loses a part of it: " + tree.invalid,
                    "Mend the line; after a restart Asterisk would have no PJSIP at all.");
        }
        tree.includes.texts().forEach((file, text) -> optionsAfter(file, text, diagnosis));
    }

    private void one(String name, Diagnosis diagnosis) {
        Path file = tree.directory.resolve(name);
        int times = tree.includes.times().getOrDefault(file, 0);
        boolean asked = tree.includes.wouldFind(file);
        if (times > 1) {
            diagnosis.error(
                    "included-twice",
                    name + " is included " + times
                            + " times, so that each object is there twice, and Asterisk refuses all",
                    "Leave one #tryinclude of it in pjsip.conf.");
        } else if (times == 0 && asked && tree.invalid != null) {
            diagnosis.error(
                    "include-missing",
                    "pjsip.conf has '#include " + name
                            + "', and there is no such file: Asterisk then takes nothing at all",
                    "Write '#tryinclude " + name + "'; then the file may be missing.");
        } else if (times == 0 && !asked && tree.invalid == null) {
            diagnosis.error(
                    "not-included",
                    "pjsip.conf does not include " + name + ", so that nothing in it has any effect",
                    "Add the line '#tryinclude " + name + "' at the end of pjsip.conf.");
        }
    }

    /** After an include Asterisk goes on in the section before it. That is right, and nobody reads it so. */
    private void optionsAfter(Path file, String text, Diagnosis diagnosis) {
        String pending = "";
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            Matcher include = INCLUDE.matcher(line);
            if (include.matches()) {
                pending = includesOurs(include.group(1).strip())
                        ? include.group(1).strip()
                        : pending;
            } else if (line.startsWith("[")) {
                pending = "";
            } else if (!pending.isEmpty() && !line.startsWith(";") && line.contains("=")) {
                diagnosis.warning(
                        "options-after-include",
                        file.getFileName() + " has options after the include of " + pending
                                + ", which belong to the section before it",
                        "Move the include to the end of the file.");
                return;
            }
        }
    }

    private boolean includesOurs(String name) {
        try {
            List<Path> files = tree.includes.files(name);
            Map<Path, Integer> known = tree.includes.times();
            return files.stream().anyMatch(path -> known.containsKey(path) && tree.isOurs(path.toString()));
        } catch (IOException e) {
            return false;
        }
    }
}
