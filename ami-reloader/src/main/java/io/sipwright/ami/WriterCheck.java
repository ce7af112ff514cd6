package io.sipwright.ami;

import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.Section;
import io.sipwright.render.Stamps;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether someone else writes what we write: another Sipwright, or a person. */
final class WriterCheck {
    private final ConfigTree tree;

    WriterCheck(ConfigTree tree) {
        this.tree = tree;
    }

    void run(Diagnosis diagnosis) {
        Map<String, TreeSet<String>> places = new LinkedHashMap<>();
        TreeMap<String, String> foreign = new TreeMap<>();
        Map<Section, Location> located = tree.sections();
        for (Section section : tree.inOrder()) {
            Location place = located.get(section);
            if (place == null) {
                continue;
            }
            boolean ours = tree.isOurs(place.file());
            if (!ours && section.first(Stamps.OPTION).isPresent()) {
                foreign.putIfAbsent(place.file(), section.name());
            }
            String key = section.type().orElse("") + " " + section.name();
            TreeSet<String> same = places.computeIfAbsent(key, any -> new TreeSet<>());
            if (!same.isEmpty() && !same.contains(place.file())) {
                same.add(place.file());
                duplicate(key, same, diagnosis);
            }
            same.add(place.file());
        }
        foreign.forEach((file, name) -> diagnosis.error(
                "two-writers",
                name(file) + " has stamped objects such as [" + name + "], and is not written by this Sipwright",
                "Let one Sipwright write for one Asterisk; remove the include of the other's files."));
    }

    private void duplicate(String key, TreeSet<String> files, Diagnosis diagnosis) {
        if (files.stream().anyMatch(tree::isOurs)) {
            diagnosis.error(
                    "duplicate-object",
                    "There is a second " + AmiText.shown(key) + ", in "
                            + String.join(
                                    " and ",
                                    files.stream().map(WriterCheck::name).toList())
                            + ": Asterisk refuses all objects of this type for it",
                    "Remove or rename the one that was written by hand.");
        }
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }
}
