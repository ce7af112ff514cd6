package io.sipwright.imports;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a wizard says that becomes part of no PJSIP object. */
final class WizardLeftovers {

    private static final Set<String> OPTIONS = Set.of(
            "transport",
            "remote_hosts",
            "outbound_proxy",
            "sends_auth",
            "accepts_auth",
            "sends_registrations",
            "sends_line_with_registrations",
            "accepts_registrations",
            "has_phoneprov",
            "server_uri_pattern",
            "client_uri_pattern",
            "contact_pattern",
            "has_hint",
            "hint_context",
            "hint_exten",
            "hint_application");

    private WizardLeftovers() {}

    static List<String> of(Wizard wizard) {
        Set<String> remarks = new LinkedHashSet<>();
        hint(remarks, wizard);
        Map<String, String> ofPrefixes = ofPrefixes(wizard);
        for (Option option : wizard.section().options()) {
            String reason = reason(ofPrefixes, option.name());
            if (!reason.isEmpty()) {
                remarks.add(option.name() + " " + reason);
            }
        }
        return new ArrayList<>(remarks);
    }

    private static void hint(Set<String> remarks, Wizard wizard) {
        String extension = wizard.value("hint_exten");
        if (!wizard.isTrue("has_hint") || extension.isEmpty()) {
            return;
        }
        String context = wizard.value("hint_context");
        if (context.isEmpty()) {
            context = wizard.value("endpoint/context");
        }
        String place = extension + "@" + (context.isEmpty() ? "default" : context);
        remarks.add("hint of " + place + " for PJSIP/" + wizard.name() + " belongs into the dialplan");
        if (!wizard.value("hint_application").isEmpty()) {
            remarks.add("hint_application of " + place + " belongs into the dialplan");
        }
    }

    private static String reason(Map<String, String> ofPrefixes, String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            // A name with "type" in it may be what makes the section a wizard.
            boolean known = name.contains(Section.TYPE) || OPTIONS.contains(name.toLowerCase(Locale.ROOT));
            return known || name.startsWith("@") ? "" : "is no option of a wizard; the module ignores it";
        }
        if (name.substring(slash + 1).equalsIgnoreCase(Section.TYPE)) {
            return "has no effect";
        }
        return ofPrefixes.getOrDefault(name.substring(0, slash), "is no option of a wizard; the module ignores it");
    }

    /** Why options that are passed on have no effect, by what stands before the slash; empty where they have one. */
    private static Map<String, String> ofPrefixes(Wizard wizard) {
        return Map.of(
                "endpoint",
                "",
                "aor",
                "",
                "outbound_auth",
                without(wizard.isTrue("sends_auth"), "sends_auth"),
                "inbound_auth",
                without(wizard.isTrue("accepts_auth"), "accepts_auth"),
                "registration",
                without(wizard.isTrue("sends_registrations"), "sends_registrations"),
                "phoneprov",
                without(wizard.isTrue("has_phoneprov"), "has_phoneprov"),
                "identify",
                wizard.needsIdentify()
                        ? ""
                        : "has no effect, since accepts_registrations or sends_line_with_registrations leaves no identify");
    }

    private static String without(boolean made, String choice) {
        return made ? "" : "has no effect without " + choice;
    }
}
