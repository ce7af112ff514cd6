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
