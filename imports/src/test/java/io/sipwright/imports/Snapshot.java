package io.sipwright.imports;

import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All endpoints, auths, aors, identifies and registrations that an Asterisk shows, with all their options.
 *
 * @param objects the lines {@code option = value} of an object by its type and name, such as {@code endpoint alice}
 */
record Snapshot(Map<String, List<String>> objects) {

    private static final Map<String, String> LISTS = Map.of(
            "endpoint", "PJSIPShowEndpoints",
            "auth", "PJSIPShowAuths",
            "aor", "PJSIPShowAors",
            "registration", "PJSIPShowRegistrationsOutbound");

    /** Marks of programs, which say nothing about calls. */
    private static final Set<String> MARKS = Set.of("@pjsip_wizard", "@hint_context", "@hint_exten", "@rev");

    Snapshot {
        objects = new TreeMap<>(objects);
    }

    static Snapshot of(AsteriskServer asterisk) {
        Map<String, List<String>> objects = new TreeMap<>();
        try (AmiProbe probe = asterisk.ami()) {
            LISTS.forEach((type, action) -> probe.list(action, Map.of()).forEach(event -> {
                // With the list of aors come their contacts, and with that of registrations their auths.
                Optional<String> name = event.first("ObjectName");
                if (name.isPresent() && event.first("ObjectType").equals(Optional.of(type))) {
                    objects.put(type + " " + name.get(), shown(probe, type, name.get()));
                }
            }));
            for (String line : command(probe, "pjsip list identifies")) {
                String text = line.strip();
                if (text.startsWith("Identify:") && !text.contains("<Identify/Endpoint")) {
                    String both = text.substring("Identify:".length()).strip();
                    String name = both.substring(0, both.indexOf('/'));
                    objects.put("identify " + name, shown(probe, "identify", name));
                }
            }
        }
        return new Snapshot(objects);
    }

    private static List<String> shown(AmiProbe probe, String type, String name) {
        List<String> lines = command(probe, "pjsip show " + type + " \"" + name + "\"");
        List<String> options = new ArrayList<>();
        boolean table = false;
        for (String line : lines) {
            int colon = line.indexOf(" : ");
            if (line.startsWith(" ParameterName")) {
                table = true;
            } else if (table
                    && colon > 0
                    && !MARKS.contains(line.substring(0, colon).strip())) {
                options.add(line.substring(0, colon).strip() + " = "
                        + line.substring(colon + 3).strip());
            }
        }
        if (options.isEmpty()) {
            throw new AssertionError("Asterisk lists " + type + " " + name + " and shows: " + lines);
        }
        return options;
    }

    private static List<String> command(AmiProbe probe, String command) {
        return probe.send("Command", Map.of("Command", command)).all("Output");
    }

    /** What another snapshot lacks ({@code -}), has more ({@code +}) or has otherwise; empty when they are equal. */
    List<String> difference(Snapshot other) {
        List<String> difference = new ArrayList<>();
        Set<String> names = new TreeSet<>(objects.keySet());
        names.addAll(other.objects.keySet());
        for (String name : names) {
            List<String> here = objects.get(name);
            List<String> there = other.objects.get(name);
            if (here == null || there == null) {
                difference.add((there == null ? "- " : "+ ") + name);
                continue;
            }
            without(here, there).forEach(line -> difference.add("- " + name + ": " + line));
            without(there, here).forEach(line -> difference.add("+ " + name + ": " + line));
            if (!here.equals(there) && without(here, there).equals(without(there, here))) {
                difference.add("~ " + name + ": the same lines in another order: " + here + " and " + there);
            }
        }
        return difference;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }
}
