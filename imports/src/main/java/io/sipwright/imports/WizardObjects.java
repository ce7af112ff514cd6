package io.sipwright.imports;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.List;

/** The objects of one wizard, each option in the order in which the module appends it: of most, the last one counts. */
record WizardObjects(Wizard wizard) {

    static final String OUTBOUND_AUTH = "-oauth";
    static final String INBOUND_AUTH = "-iauth";

    /** What it takes to make them, in options: each host makes a registration with all that is passed on, and patterns grow. */
    long size() {
        long hosts = wizard.remoteHosts().size();
        long registrations = wizard.isTrue("sends_registrations") ? hosts : 0;
        long patterns = wizard.contactPattern().length();
        if (registrations > 0) {
            patterns += wizard.serverUriPattern().length()
                    + wizard.clientUriPattern().length();
        }
        long names = wizard.value("remote_hosts").length()
                + registrations * wizard.value("outbound_auth/username").length();
        return wizard.section().entries().size()
                + registrations * (wizard.passedOn("registration/").size() + 8)
                + patterns * (hosts + names / 14) / 100;
    }

    List<Section> sections() {
        var sections = new ArrayList<Section>();
        if (wizard.isTrue("sends_auth")) {
            sections.add(auth(OUTBOUND_AUTH, "outbound_auth/"));
        }
        if (wizard.isTrue("accepts_auth")) {
            sections.add(auth(INBOUND_AUTH, "inbound_auth/"));
        }
        sections.add(aor());
        sections.add(endpoint());
        if (wizard.needsIdentify()) {
            sections.add(identify());
        }
        if (wizard.isTrue("sends_registrations")) {
            List<Option> passedOn = passedOn("registration/");
            List<String> hosts = wizard.remoteHosts();
            for (int i = 0; i < hosts.size(); i++) {
                sections.add(registration(i, hosts.get(i), passedOn));
            }
        }
        if (wizard.isTrue("has_phoneprov")) {
            List<Option> options = passedOn("phoneprov/");
            options.add(new Option("endpoint", wizard.name()));
            sections.add(section("-phoneprov", "phoneprov", options));
        }
        return sections;
    }

    private Section auth(String suffix, String prefix) {
        List<Option> options = passedOn(prefix);
        if (!wizard.passesOn(prefix, "auth_type")) {
            options.add(new Option("auth_type", "userpass"));
        }
        return section(suffix, "auth", options);
    }

    private Section aor() {
        List<Option> options = passedOn("aor/");
        addIfSet(options, "outbound_proxy");
        String pattern = wizard.contactPattern();
        if (!wizard.passesOn("aor/", "contact") && !pattern.isEmpty()) {
            for (String host : wizard.remoteHosts()) {
                options.add(new Option("contact", new WizardPattern(pattern).with(host)));
            }
        }
        return section("", "aor", options);
    }

    private Section endpoint() {
        List<Option> options = passedOn("endpoint/");
        options.add(new Option("aors", wizard.name()));
        addIfSet(options, "outbound_proxy");
        addIfSet(options, "transport");
        if (wizard.isTrue("sends_auth")) {
            options.add(new Option("outbound_auth", wizard.name() + OUTBOUND_AUTH));
        }
        if (wizard.isTrue("accepts_auth")) {
            options.add(new Option("auth", wizard.name() + INBOUND_AUTH));
        }
        return section("", "endpoint", options);
    }

    private Section identify() {
        List<Option> options = passedOn("identify/");
        options.add(new Option("endpoint", wizard.name()));
        if (!wizard.passesOn("identify/", "match")) {
            wizard.remoteHosts().forEach(host -> options.add(new Option("match", host)));
        }
        return section("-identify", "identify", options);
    }

    private Section registration(int number, String host, List<Option> passedOn) {
        List<Option> options = new ArrayList<>(passedOn);
        addIfSet(options, "outbound_proxy");
        boolean authenticates = wizard.isTrue("sends_auth");
        String user = authenticates ? wizard.value("outbound_auth/username") : wizard.name();
        addIfSet(options, "server_uri", new WizardPattern(wizard.serverUriPattern()).with(host, user));
        addIfSet(options, "client_uri", new WizardPattern(wizard.clientUriPattern()).with(host, user));
        if (authenticates) {
            options.add(new Option("outbound_auth", wizard.name() + OUTBOUND_AUTH));
        }
        addIfSet(options, "transport");
        if (wizard.isTrue("sends_line_with_registrations")) {
            options.add(new Option("line", "yes"));
            options.add(new Option("endpoint", wizard.name()));
        }
        return section("-reg-" + number, "registration", options);
    }

    private void addIfSet(List<Option> options, String name) {
        addIfSet(options, name, wizard.value(name));
    }

    private static void addIfSet(List<Option> options, String name, String value) {
        if (!value.isEmpty()) {
            options.add(new Option(name, value));
        }
    }

    /** Every object knows an option "type" and ignores it; in a section it would say something else. */
    private List<Option> passedOn(String prefix) {
        var options = new ArrayList<>(wizard.passedOn(prefix));
        options.removeIf(option -> option.name().equalsIgnoreCase(Section.TYPE));
        return options;
    }

    private Section section(String suffix, String type, List<Option> options) {
        return Section.of(wizard.name() + suffix, type, options);
    }
}
