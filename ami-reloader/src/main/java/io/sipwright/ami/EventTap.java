package io.sipwright.ami;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes all events, and the lines of files, before asterisk-java sees them: it would log them, with the passwords in them,
 * and building objects of them takes longer than Asterisk needs to send them.
 */
final class EventTap {
    private final Map<String, EventList> lists = new ConcurrentHashMap<>();
    private final Consumer<EventMessage> unsolicited;
    private volatile @Nullable FileLines file;

    /** Events that belong to no action go to a listener, on the thread that reads; it must not wait. */
    EventTap(Consumer<EventMessage> unsolicited) {
        this.unsolicited = unsolicited;
    }

    /** Makes a place for the events of an action. */
    EventList expect(String actionId, Consumer<EventMessage> sink) {
        EventList list = new EventList(sink);
        lists.put(actionId, list);
        return list;
    }

    void forget(String actionId) {
        lists.remove(actionId);
    }

    void event(EventMessage message) {
        String id = message.first("ActionID");
        if (id == null) {
            unsolicited.accept(message);
            return;
        }
        // Before the # stands the number that asterisk-java gives each action.
        EventList list = lists.get(id.substring(id.indexOf('#') + 1).strip());
        if (list != null) {
            list.add(message);
        }
    }

    /** From now on lines of a file are taken out of answers; with null, none are. */
    void expectFile(@Nullable FileLines lines) {
        file = lines;
    }

    /** Whether a line of an answer is one of a file, and was taken. */
    boolean takesLine(String line) {
        FileLines lines = file;
        return lines != null && lines.take(line);
    }

    /** No more events will come. */
    void end() {
        lists.values().forEach(EventList::end);
    }
}
