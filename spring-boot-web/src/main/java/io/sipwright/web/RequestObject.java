package io.sipwright.web;

import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON object of a request, as it came. Read member by member, so that all that is wrong is found at once. Shows
 * nothing of itself: it may hold secrets, and a debugger's log line is a log line.
 *
 * @param json as it came
 */
record RequestObject(ObjectNode json) {

    @Override
    public String toString() {
        return "JSON object with " + json.size() + " members";
    }
}
