package io.sipwright.ami;

import java.util.Locale;
import java.util.Map;
import org.asteriskjava.manager.response.ManagerResponse;

/** The answer to an action, its names in lower case. */
record AmiReply(boolean success, Map<String, ?> headers) {

    static AmiReply of(ManagerResponse response) {
        boolean success = "Success".equalsIgnoreCase(response.getResponse());
        return new AmiReply(success, Map.copyOf(response.getAttributes()));
    }

    String get(String header) {
        Object value = headers.get(header.toLowerCase(Locale.ROOT));
        return value instanceof String text ? text : "";
    }

    String message() {
        return AmiText.shown(get("Message"));
    }

    boolean says(String words) {
        return !success && message().toLowerCase(Locale.ROOT).contains(words);
    }

    boolean isNotPermitted() {
        return says("permission denied");
    }

    /** In the version of Asterisk, or as long as the module that brings it is not loaded. */
    boolean isUnknownAction() {
        return says("invalid/unknown command");
    }
}
