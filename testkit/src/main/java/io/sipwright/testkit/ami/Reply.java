package io.sipwright.testkit.ami;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is sent for an action: messages with their blank lines, each with the client's ActionID. Not thread-safe. */
final class Reply {
    static final String END = "\r\n";

    private final String actionId;
    private final List<String> messages = new ArrayList<>();
    private boolean last;

    Reply(RecordedAction action) {
        this.actionId = action.header("ActionID");
    }

    /** A message of these lines; the ActionID stands after the first. */
    Reply message(List<String> lines) {
        StringBuilder text = new StringBuilder(lines.get(0)).append(END);
        if (!actionId.isEmpty()) {
            text.append("ActionID: ").append(actionId).append(END);
        }
        lines.stream().skip(1).forEach(line -> text.append(line).append(END));
        messages.add(text.append(END).toString());
        return this;
    }

    Reply message(String... lines) {
        return message(List.of(lines));
    }

    Reply success(String message) {
        return message("Response: Success", "Message: " + message);
    }

    Reply error(String message) {
        return message("Response: Error", "Message: " + message);
    }

    /** Opens a list of events. */
    Reply list(String message) {
        return message("Response: Success", "EventList: start", "Message: " + message);
    }

    /** Ends a list of events. */
    Reply complete(String event, int items, String... more) {
        List<String> lines = new ArrayList<>(List.of("Event: " + event, "EventList: Complete", "ListItems: " + items));
        lines.addAll(List.of(more));
        return message(lines);
    }

    /** An event that shows an object. */
    Reply object(String event, String type, String id, Map<String, String> fields, String... more) {
        List<String> lines = new ArrayList<>(List.of("Event: " + event, "ObjectType: " + type, "ObjectName: " + id));
        fields.forEach((name, value) -> lines.add(name + ": " + value));
        lines.addAll(List.of(more));
        return message(lines);
    }

    /** An event of its own, which does not belong to the answer. */
    Reply event(String name, String... lines) {
        messages.add("Event: " + name + END + String.join(END, lines) + END + END);
        return this;
    }

    /** Nothing comes after this. */
    Reply last() {
        last = true;
        return this;
    }

    boolean isLast() {
        return last;
    }

    List<String> messages() {
        return messages;
    }
}
