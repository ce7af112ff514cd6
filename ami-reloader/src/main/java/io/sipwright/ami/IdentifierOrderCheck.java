package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether Asterisk recognises callers by what our trunks name before it looks for a user of the caller's name. What the order
 * does not list comes last; the mark of a registration always comes first (measured on Asterisk 22 and 16).
 */
final class IdentifierOrderCheck {
    private static final String OPTION = "endpoint_identifier_order";
    private static final String USUAL = "ip,username,anonymous";
    private static final List<String> NAMES = List.of("username", "anonymous");

    /** By option of an identify. */
    private static final Map<String, String> WAYS =
            Map.of("match", "ip", "match_header", "header", "match_request_uri", "request_uri");

    private IdentifierOrderCheck() {}

    static void run(ConfigTree tree, Diagnosis diagnosis) {
        if (!tree.isRead()) {
            return;
        }
        List<String> order = order(tree);
        Map<String, String> late = new TreeMap<>();
        for (Section section : tree.ourSections()) {
            if (section.type().orElse("").equals(Types.IDENTIFY)) {
                WAYS.forEach((option, way) -> {
                    if (!section.all(option).isEmpty() && comesAfterNames(way, order)) {
                        late.putIfAbsent(way, section.name());
                    }
                });
            }
        }
        late.forEach((way, name) -> diagnosis.warning(
                "identified-after-names",
                "'" + way + "', by which " + name
                        + " recognises calls, is looked at after names: a call whose caller is"
                        + " called like a user is asked for a password, and an endpoint 'anonymous' takes all",
                "Set '" + OPTION + " = " + better(order, late.keySet())
                        + "' in the section of type=global of pjsip.conf, and restart Asterisk: a reload does not"
                        + " change it."));
    }

    private static List<String> order(ConfigTree tree) {
        String last = USUAL;
        for (Section section : tree.inOrder()) {
            if (section.type().orElse("").equals("global")) {
                for (String value : section.all(OPTION)) {
                    last = value;
                }
            }
        }
        return Arrays.stream(last.split(",", -1)).map(String::strip).toList();
    }

    private static boolean comesAfterNames(String way, List<String> order) {
        int own = order.indexOf(way);
        return NAMES.stream().mapToInt(order::indexOf).anyMatch(name -> name >= 0 && (own < 0 || name < own));
    }

    /** The same, and before the first name what comes too late. */
    private static String better(List<String> order, Set<String> late) {
        List<String> better = new ArrayList<>(order);
        better.removeAll(late);
        int name = 0;
        while (!NAMES.contains(better.get(name))) {
            name++;
        }
        better.addAll(name, late);
        return String.join(",", new LinkedHashSet<>(better));
    }
}
