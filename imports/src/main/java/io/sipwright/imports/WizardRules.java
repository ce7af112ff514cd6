package io.sipwright.imports;

import io.sipwright.pjsip.PjsipText;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the module asks of a wizard. Where it finds a fault it leaves one object out, and makes the others. */
final class WizardRules {

    private WizardRules() {}

    static List<String> problems(Wizard wizard) {
        Set<String> problems = new LinkedHashSet<>();
        needs(problems, wizard, "sends_auth", "outbound_auth/", "username");
        needs(problems, wizard, "accepts_auth", "inbound_auth/", "username");
        if (wizard.isTrue("has_phoneprov")
                && wizard.section().all("phoneprov/MAC").isEmpty()) {
            problems.add("has_phoneprov needs phoneprov/MAC");
        }
        hosts(problems, wizard);
        if (!wizard.remoteHosts().isEmpty() && !wizard.passesOn("aor/", "contact")) {
            pattern(problems, "contact_pattern", wizard.contactPattern(), false);
        }
        if (wizard.isTrue("sends_registrations")) {
            pattern(problems, "server_uri_pattern", wizard.serverUriPattern(), true);
            pattern(problems, "client_uri_pattern", wizard.clientUriPattern(), true);
        }
        if (problems.isEmpty()) {
            names(problems, wizard);
        }
        return new ArrayList<>(problems);
    }

    private static void needs(Set<String> problems, Wizard wizard, String choice, String prefix, String option) {
        if (wizard.isTrue(choice) && !wizard.passesOn(prefix, option)) {
            problems.add(choice + " needs " + prefix + option);
        }
    }

    private static void hosts(Set<String> problems, Wizard wizard) {
        List<String> hosts = wizard.remoteHosts();
        if (hosts.isEmpty()) {
            if (wizard.isTrue("sends_registrations")) {
                problems.add("sends_registrations needs remote_hosts");
            }
            if (wizard.needsIdentify()) {
                problems.add("needs remote_hosts, or accepts_registrations, or sends_line_with_registrations");
            }
        }
        for (String host : hosts) {
            if (host.isEmpty()) {
                // Also after the last comma; Asterisk 16 makes nothing of that one.
                problems.add("remote_hosts: expected no empty entry; Asterisk makes the contact 'sip:' of it");
            } else if (host.matches(".*[\\s\"'\\\\].*")) {
                // Quotes and backslashes protect a comma; no host has one.
                problems.add("remote_hosts: expected hosts, each with a port if need be, separated by commas");
            }
        }
    }

    private static void pattern(Set<String> problems, String option, String text, boolean userKnown) {
        if (new WizardPattern(text).needsDialplan(userKnown)) {
            problems.add(option + ": expected no variable but ${REMOTE_HOST}" + (userKnown ? " and ${USERNAME}" : "")
                    + "; others only the running dialplan knows");
        }
    }

    /** In memory the module's names may be longer than a file can hold. */
    private static void names(Set<String> problems, Wizard wizard) {
        for (Section section : new WizardObjects(wizard).sections()) {
            PjsipText.refuseSectionName(section.name())
                    .ifPresent(refusal -> problems.add("[" + section.name() + "] " + refusal.explanation()));
        }
    }
}
