package io.sipwright.integration;

import io.sipwright.reload.ObjectKey;
import io.sipwright.testkit.AmiProbe;
import io.sipwright.testkit.AsteriskServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every object that an Asterisk runs, with all of its options as {@code pjsip show} tells them, and its stamp. */
final class RunningObjects {

    /** For each type the action that lists it, and the event that names one; others may be told along with it. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "endpoint", List.of("PJSIPShowEndpoints", "EndpointList"),
            "aor", List.of("PJSIPShowAors", "AorList"),
            "auth", List.of("PJSIPShowAuths", "AuthList"),
            "registration", List.of("PJSIPShowRegistrationsOutbound", "OutboundRegistrationDetail"));

    private static final Pattern OPTION = Pattern.compile(" (\\S+) +: ?(.*)");

    private RunningObjects() {}

    /** By type and name; there is no list of identifies, so those of some names are looked for. */
    static Map<ObjectKey, Map<String, String>> of(AsteriskServer asterisk, Iterable<String> identifies) {
        Map<ObjectKey, Map<String, String>> objects = new TreeMap<>();
        try (AmiProbe ami = asterisk.ami()) {
            LISTS.forEach((type, list) -> ami.list(list.get(0), Map.of()).stream()
                    .filter(event ->
                            event.first("Event").filter(list.get(1)::equals).isPresent())
                    .flatMap(event -> event.first("ObjectName").stream())
                    .forEach(name -> objects.put(new ObjectKey(type, name), options(ami, type, name))));
            for (String name : identifies) {
                if (!ami.sorcery("identify", name, "endpoint").isEmpty()) {
                    objects.put(new ObjectKey("identify", name), options(ami, "identify", name));
                }
            }
        }
        return objects;
    }

    private static Map<String, String> options(AmiProbe ami, String type, String name) {
        Map<String, String> options = new LinkedHashMap<>();
        boolean begun = false;
        for (String line : ami.send("Command", Map.of("Command", "pjsip show " + type + " " + name))
                .all("Output")) {
            Matcher option = OPTION.matcher(line);
            if (begun && option.matches()) {
                boolean variable = option.group(1).matches("[A-Z_]+"); // of a channel; options are in small letters
                options.merge(
                        variable ? "set_var" : option.group(1),
                        variable ? option.group(1) + "=" + option.group(2) : option.group(2),
                        (one, other) -> one + "|" + other);
            }
            begun |= line.startsWith(" ====");
        }
        options.put("@rev", ami.sorcery(type, name, "@rev"));
        return options;
    }
}
