package io.sipwright.ami;

import java.util.Set;
import java.util.stream.Collectors;

/** Whether the transports are there that our objects name. */
final class TransportCheck {
    private static final String TRANSPORT = "transport";

    private TransportCheck() {}

    static void inFiles(ConfigTree tree, Needs needs, Diagnosis diagnosis) {
        if (!tree.isRead()) {
            return;
        }
        Set<String> there = tree.inOrder().stream()
                .filter(section -> section.type().orElse("").equals(TRANSPORT))
                .map(section -> section.name())
                .collect(Collectors.toSet());
        needs.transports.forEach((name, by) -> {
            if (!there.contains(name)) {
                missing(name, by, diagnosis);
            }
        });
        needs.transports.keySet().retainAll(there);
    }

    /** A new transport starts with a reload; one whose address is taken does not. Those not in the files are told already. */
    static void running(AsteriskAsked asked, Needs needs, Diagnosis diagnosis) throws AmiException {
        if (!asked.may("Getvar") || !asked.isLoaded("func_sorcery.so")) {
            return;
        }
        for (var need : needs.transports.entrySet()) {
            if (!asked.exists(TRANSPORT, need.getKey())) {
                diagnosis.error(
                        "transport-not-running",
                        "The transport '" + need.getKey() + "', which " + need.getValue() + " names, does not run",
                        "Reload res_pjsip.so, and see Asterisk's log: its address may be taken, or its section broken.");
            }
        }
    }

    private static void missing(String name, String by, Diagnosis diagnosis) {
        diagnosis.error(
                "transport-missing",
                "There is no transport '" + name + "', which " + by + " names: its calls fail",
                "Add a section [" + name + "] with 'type = transport' to pjsip.conf, or name another transport in the"
                        + " template, the trunk or the user.");
    }
}
