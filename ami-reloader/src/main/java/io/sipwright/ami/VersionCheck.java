package io.sipwright.ami;

import io.sipwright.pjsip.AsteriskVersion;

/** Whether the Asterisk that runs is the one that is rendered for. */
final class VersionCheck {
    private VersionCheck() {}

    static void run(AsteriskAsked asked, AsteriskVersion rendered, Diagnosis diagnosis) throws AmiException {
        String text = asked.may("CoreSettings")
                ? AmiText.shown(asked.ask(AmiAction.named("CoreSettings")).get("AsteriskVersion"))
                : "";
        AsteriskVersion running =
                AsteriskVersion.parse(text.replaceFirst("^certified[/-]", "")).orElse(null);
        if (running == null) {
            diagnosis.advice(
                    "version-unknown",
                    text.isEmpty()
                            ? "It cannot be seen which Asterisk runs"
                            : "Asterisk " + text + " is none of the known versions, " + AsteriskVersion.supported(),
                    "Compare it by hand with the version that is rendered for, " + rendered + ".");
        } else if (running.compareTo(rendered) < 0) {
            diagnosis.error(
                    "version-older",
                    "Asterisk " + text + " runs, and it is rendered for " + rendered
                            + ": an option that it does not know makes it drop the object",
                    "Set asteriskVersion(V" + running + ").");
        } else if (running.compareTo(rendered) > 0) {
            diagnosis.advice(
                    "version-newer",
                    "Asterisk " + text + " runs, and it is rendered for " + rendered + ", which works",
                    "Set asteriskVersion(V" + running + "), for its options and stronger logins.");
        }
    }
}
