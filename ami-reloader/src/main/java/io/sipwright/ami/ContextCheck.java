package io.sipwright.ami;

/** Whether the dialplan has the contexts that our objects send calls to. */
final class ContextCheck {
    /** Few contexts have it, so that little is listed. */
    private static final String RARE_EXTENSION = "no.such.extension";

    private ContextCheck() {}

    static void run(AsteriskAsked asked, Needs needs, Diagnosis diagnosis) throws AmiException {
        if (needs.contexts.isEmpty()) {
            return;
        }
        if (!asked.may("ShowDialPlan")) {
            diagnosis.advice(
                    "contexts-unknown",
                    "It cannot be seen whether the dialplan has these contexts: "
                            + String.join(", ", needs.contexts.keySet()),
                    "Look with 'dialplan show'; or give the account 'write = system,reporting' in manager.conf.");
            return;
        }
        for (var need : needs.contexts.entrySet()) {
            if (need.getKey().chars().anyMatch(Character::isISOControl)) {
                continue; // cannot be asked for, and is in no dialplan that anyone meant
            }
            AmiReply reply = asked.list(AmiAction.named("ShowDialPlan")
                    .with("Context", need.getKey())
                    .with("Extension", RARE_EXTENSION));
            if (reply.says("did not find context")) {
                diagnosis.error(
                        "context-missing",
                        "The dialplan has no context '" + need.getKey() + "', which " + need.getValue()
                                + " names: its calls fail",
                        "Add it to extensions.conf, or name another context.");
            }
        }
    }
}
