package io.sipwright.imports;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A section of {@code pjsip_wizard.conf}, looked at the way the module does: of repeated options the last one counts. */
final class Wizard {

    private static final Set<String> TRUE = Set.of("yes", "true", "y", "t", "1", "on");

    private final Section section;
    private final Map<String, String> last = new HashMap<>(); // by name in lower case

    Wizard(Section section) {
        this.section = section;
        section.options().forEach(option -> last.put(option.name().toLowerCase(Locale.ROOT), option.value()));
    }

    Section section() {
        return section;
    }

    /** The module searches for {@code type=^wizard$}: any option whose name contains "type" will do. */
    static boolean is(Section section) {
        return section.options().stream()
                .anyMatch(option ->
                        option.name().contains("type") && option.value().equals("wizard"));
    }

    String name() {
        return section.name();
    }

    /** The last value of an option; empty if it is absent or empty. */
    String value(String option) {
        return valueOr(option, "");
    }

    /** The last value of an option, which may be empty, or what stands for an absent one. */
    String valueOr(String option, String absent) {
        return last.getOrDefault(option.toLowerCase(Locale.ROOT), absent);
    }

    boolean isTrue(String option) {
        return TRUE.contains(value(option).toLowerCase(Locale.ROOT));
    }

    /** The options that are passed on to one kind of object, without the prefix. Its case matters to the module. */
    List<Option> passedOn(String prefix) {
        return section.options().stream()
                .filter(option ->
                        option.name().startsWith(prefix) && option.name().length() > prefix.length())
                .map(option -> new Option(option.name().substring(prefix.length()), option.value()))
                .toList();
    }

    boolean passesOn(String prefix, String option) {
        return passedOn(prefix).stream().anyMatch(passed -> passed.name().equalsIgnoreCase(option));
    }

    /** What {@code remote_hosts} lists; an entry may be empty. */
    List<String> remoteHosts() {
        String hosts = value("remote_hosts");
        return hosts.isEmpty()
                ? List.of()
                : Stream.of(hosts.split(",", -1)).map(String::strip).toList();
    }

    boolean needsIdentify() {
        return !isTrue("accepts_registrations") && !isTrue("sends_line_with_registrations");
    }

    String contactPattern() {
        return valueOr("contact_pattern", "sip:${REMOTE_HOST}");
    }

    String serverUriPattern() {
        return valueOr("server_uri_pattern", "sip:${REMOTE_HOST}");
    }

    String clientUriPattern() {
        return valueOr("client_uri_pattern", "sip:${USERNAME}@${REMOTE_HOST}");
    }
}
