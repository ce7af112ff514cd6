package io.sipwright.ami;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the manager account may do what is needed, and no more. */
final class RightsCheck {
    /** An action that no other class allows, for each class that is dangerous. */
    private static final Map<String, String> WIDE = new LinkedHashMap<>();

    static {
        WIDE.put("originate", "Originate");
        WIDE.put("command", "Command");
        WIDE.put("config", "UpdateConfig");
        WIDE.put("call", "Atxfer");
        WIDE.put("agi", "AGI");
        WIDE.put("user", "UserEvent");
        WIDE.put("message", "MessageSend");
    }

    private final AsteriskAsked asked;

    RightsCheck(AsteriskAsked asked) {
        this.asked = asked;
    }

    void run(Diagnosis diagnosis) throws AmiException {
        tooNarrow(diagnosis);
        tooWide(diagnosis);
        String read = asked.config("manager.conf", asked.user(), "read");
        if (read != null && asked.canReadConfig() && !has(read, "system")) {
            diagnosis.advice(
                    "right-read",
                    "The manager account '" + asked.user() + "' has no 'read = system': events of registrations and"
                            + " phones do not come, nor is it noticed that a reload was only queued",
                    "Give it 'read = system' in manager.conf.");
        }
    }

    private void tooNarrow(Diagnosis diagnosis) {
        if (!asked.may("Reload")) {
            diagnosis.error(
                    "right-reload",
                    "The manager account '" + asked.user() + "' may not reload",
                    "Give it 'write = system,reporting' in manager.conf.");
        } else if (!asked.may("PJSIPShowEndpoints")) {
            diagnosis.error(
                    "right-system",
                    "The manager account '" + asked.user() + "' may not list objects: what runs is never seen,"
                            + " passwords are not registered anew, and old contacts stay",
                    "Give it 'write = system,reporting' in manager.conf.");
        }
        if (!asked.may("Getvar")) {
            diagnosis.warning(
                    "right-reporting",
                    "The manager account '" + asked.user() + "' may not read stamps: a sample of options is compared in"
                            + " their place, and several checks of this list are left out",
                    "Give it 'write = system,reporting' in manager.conf.");
        }
    }

    private void tooWide(Diagnosis diagnosis) {
        List<String> classes = new ArrayList<>();
        WIDE.forEach((name, action) -> {
            if (asked.may(action)) {
                classes.add(name);
            }
        });
        if (!classes.isEmpty()) {
            diagnosis.warning(
                    "right-wide",
                    "The manager account '" + asked.user() + "' has more rights than it needs: "
                            + String.join(", ", classes)
                            + (classes.contains("originate")
                                            || classes.contains("command")
                                            || classes.contains("config")
                                    ? "; who gets its secret can run programs as Asterisk, or place calls"
                                    : ""),
                    "Leave it 'write = system,reporting' in manager.conf.");
        }
    }

    private static boolean has(String list, String name) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .anyMatch(word -> word.equalsIgnoreCase(name) || word.equalsIgnoreCase("all"));
    }
}
