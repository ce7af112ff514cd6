package io.sipwright.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the linter can say, with the remedy. */
enum AdviceCode {
    INBOUND_HOST_NAME(
            "Fill 'match' from a field of type networks: Asterisk looks names up in each reload, and loses the whole "
                    + "section when one fails."),
    INBOUND_NONE("Add a section of type identify with 'match', or 'line' and 'endpoint' to the registration."),
    INBOUND_WORLD("List the networks that the carrier names; with this anyone can call in."),
    INBOUND_HOST_BITS(
            "Write the first address of the network; or leave '/' and what follows out, if one address is meant."),
    INBOUND_WIDE("List the networks that the carrier names; whoever is in there can call in."),
    INBOUND_DOCUMENTATION("Put the carrier's real addresses in; these belong to no one."),
    INBOUND_PRIVATE("Put the carrier's public addresses in; anyone may have these."),
    REGISTRATION_NONE("Extend unregistered-trunk or ip-trunk, or take the section away with null."),
    FROM_NONE("Set from_user and from_domain in the endpoint: without them the internal caller stands in From."),
    SERVER_PORT(
            "Add a field 'port', name the port in the addresses, or say in the help that SRV records are looked up."),
    SERVER_DOCUMENTATION("Put the carrier's real server in; this name or address belongs to no one."),
    SECRET_HELP("Say in 'help' which password is meant, and where the carrier shows it."),
    PROVENANCE_MISSING("Add 'provenance' with 'checked', 'evidence' and 'sources'."),
    PROVENANCE_DATE("Write 'checked' as a day such as 2026-11-22, not in the future."),
    PROVENANCE_OLD("Read the sources again, correct what has changed, and set 'checked' to that day."),
    FIELD_LABEL("Give it a 'label': a form shows it."),
    CHOICE_INCOMPLETE("Let it set the same as the other choices, or give the field a default."),
    REQUIRED_DEFAULT("Take one of the two out: what has a default is never missing."),
    LET_UNUSED("Use it as ${…} in an option, or take it out; perhaps one of the two is misspelled."),
    PLACEHOLDER_DOLLAR("Write ${…} if the field is meant: without '$' the text stands in Asterisk's file as it is."),
    TEMPLATE_REPLACES(
            "Take an id of its own and extend the other template, unless all that is made from that one is meant."),
    ABSTRACT_UNUSED("Take 'abstract' out, or let a template extend it."),
    CHOICE_LABEL("Give it a label for people, other than its value."),
    QUALIFY_OFF(
            "Set qualify_frequency in the aor to more than 0: otherwise no one notices when the other side is gone."),
    IDENTIFY_BY_MISSING("Set identify_by=ip in the endpoint: by default anyone who bears its name in From gets in."),
    LEAVING_OVER("Take the address out in a new version of the template: no call comes from it any more."),
    LEAVING_UNKNOWN("List the address among the inbound sources until it is given up, or take it out here as well."),
    ACCEPTED_UNKNOWN("Take it out, or correct the code."),
    ACCEPTED_UNUSED("Take it out of 'acceptedAdvice': there is nothing to accept any more.");

    private final String remedy;

    AdviceCode(String remedy) {
        this.remedy = remedy;
    }

    /** {@code inbound.host-name}. */
    String text() {
        String name = name().toLowerCase(Locale.ROOT);
        if (this == IDENTIFY_BY_MISSING) {
            return "identify-by.missing";
        }
        int dot = name.indexOf('_');
        return name.substring(0, dot) + "." + name.substring(dot + 1).replace('_', '-');
    }

    String remedy() {
        return remedy;
    }

    static Set<String> texts() {
        return Arrays.stream(values()).map(AdviceCode::text).collect(Collectors.toCollection(TreeSet::new));
    }
}
