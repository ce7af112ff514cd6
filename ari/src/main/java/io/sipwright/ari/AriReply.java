package io.sipwright.ari;

import java.util.Map;

/**
 * What ARI answered to a question for an object.
 *
 * @param status of HTTP
 * @param attributes of the object, passwords included; empty if it answered with something else
 * @param message what it said instead
 */
record AriReply(int status, Map<String, String> attributes, String message) {

    AriReply {
        attributes = Map.copyOf(attributes);
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    boolean isMissing() {
        return status == 404;
    }

    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Without the values, which may be secret. */
    @Override
    public String toString() {
        return status + " " + (message.isEmpty() ? attributes.keySet() : message);
    }
}
