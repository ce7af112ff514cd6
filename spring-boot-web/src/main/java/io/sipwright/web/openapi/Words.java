package io.sipwright.web.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names do not say, by component and member, or by member only. */
final class Words {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("SipwrightTrunkAnswer.success", "Whether it is stored."),
            Map.entry("SipwrightSipUserAnswer.success", "Whether it is stored."),
            Map.entry("SipwrightSipUserAnswer.secret", "A generated secret. It is answered this once."),
            Map.entry("SipwrightRow.secret", "A generated secret. It is answered this once."),
            Map.entry("SipwrightRow.success", "Whether it is stored."),
            Map.entry("SipwrightBulk.success", "Whether all of it is stored."),
            Map.entry("SipwrightReload.success", "Whether all nodes were seen running it."),
            Map.entry("SipwrightReload.generation", "Number of the state that holds the change."),
            Map.entry("SipwrightReload.state", "The worst of any node. Not there on success."),
            Map.entry("SipwrightReload.reasons", "Of each node that was not seen running it. Not there on success."),
            Map.entry("SipwrightApplied.success", "Whether all nodes were seen running what is stored."),
            Map.entry("SipwrightStatus.verified", "Whether all nodes were seen running what is stored."),
            Map.entry("SipwrightObserved.success", "Whether all nodes could be asked."),
            Map.entry("SipwrightChanges.next", "The 'since' of the next page. Not there on the last."),
            Map.entry("SipwrightGenerations.next", "The 'before' of the next page. Not there on the last."),
            Map.entry("SipwrightConfirmation.confirmation", "Not there if nothing waits."),
            Map.entry("SipwrightRestoration.success", "Whether it is stored."),
            Map.entry("SipwrightRestoration.generation", "That was brought back."),
            Map.entry("SipwrightRestoration.created", "What had been deleted since."),
            Map.entry("SipwrightRestoration.changed", "What had been changed since."),
            Map.entry("SipwrightRestoration.deleted", "What had been created since."),
            Map.entry("SipwrightPending.base", "The generation that it goes back to."),
            Map.entry("SipwrightPending.newest", "The generation of the last of these changes."),
            Map.entry("SipwrightPending.deadline", "By the clock of the database."),
            Map.entry("SipwrightPending.actor", "Who made the first of these changes."),
            Map.entry("SipwrightExplanation.active", "Whether it is rendered at all."),
            Map.entry("SipwrightExplainedOption.template", "That has it, perhaps an ancestor."),
            Map.entry("SipwrightExplainedOption.override", "Its path, where one decides."),
            Map.entry("SipwrightExplainedOption.instead", "What the template would have said."),
            Map.entry("SipwrightExplainedOption.reason", "All of it in one line, for people."),
            Map.entry("SipwrightExplainedOption.lines", "Its number in the file, by node."),
            Map.entry("SipwrightPlace.state", "there, different, missing or unknown."),
            Map.entry("SipwrightFieldOrigin.source", "given, choice, default or none."),
            Map.entry("SipwrightDoctor.healthy", "Whether nothing was found that is an error."),
            Map.entry("auth_type", "As in the specification: credential or ip."),
            Map.entry("count", "How many there are on all pages."),
            Map.entry("next", "The 'after' of the next page. Not there on the last."),
            Map.entry("defaulted", "Names of the fields that hold a default."),
            Map.entry("secrets_set", "Names of the secrets that are set."),
            Map.entry("overrides", "Options set by hand; null takes one out."),
            Map.entry("version", "Also the ETag."),
            Map.entry("restored", "Whether the last known good files were brought back."));

    private Words() {}

    static @Nullable String of(String component, String member) {
        String own = WORDS.get(component + "." + member);
        boolean isTemplate = component.contains("Provider") || component.contains("Template");
        return own != null ? own : isTemplate ? null : WORDS.get(member);
    }
}
