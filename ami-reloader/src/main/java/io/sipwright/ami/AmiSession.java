package io.sipwright.ami;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is logged in. After any answer that did not come it is closed for good, so that a late one is never
 * taken for that to the next action.
 */
final class AmiSession {
    /** So many actions are on their way at once; what they and their answers take fits into the buffers between. */
    private static final int WINDOW = 64;

    private final AmiSettings settings;
    private final AmiLink link;
    private final EventTap tap;
    private final BootEvents bootEvents;
    private long actions;

    private AmiSession(AmiSettings settings, AmiLink link, EventTap tap, BootEvents bootEvents) {
        this.settings = settings;
        this.link = link;
        this.tap = tap;
        this.bootEvents = bootEvents;
    }

    /** Connects and logs in: two connect time-outs with TLS, and four response time-outs. */
    static AmiSession open(AmiSettings settings) throws AmiException {
        return open(settings, event -> {});
    }

    /** The same; events that belong to no action also go to a listener, on the thread that reads. It must not wait. */
    static AmiSession open(AmiSettings settings, Consumer<EventMessage> unsolicited) throws AmiException {
        BootEvents bootEvents = new BootEvents();
        EventTap tap = new EventTap(bootEvents.andThen(unsolicited));
        AmiLink link = new AmiLink(settings, tap);
        Login.perform(link, settings);
        AmiSession session = new AmiSession(settings, link, tap, bootEvents);
        session.send(Actions.events("off"), settings.responseTimeout());
        return session;
    }

    BootEvents bootEvents() {
        return bootEvents;
    }

    boolean isOpen() {
        return link.end() == null;
    }

    /** Sends an action and waits for the answer, at most a response time-out and not beyond the deadline. */
    AmiReply send(AmiAction action, Deadline deadline) throws AmiException {
        return await(start(action), action, deadline.left(settings.responseTimeout()));
    }

    /** The same with a limit of its own. */
    AmiReply send(AmiAction action, Duration limit) throws AmiException {
        return await(start(action), action, limit);
    }

    /** Sends many actions, some at a time; the answers are in their order. */
    List<AmiReply> sendAll(List<AmiAction> all, Deadline deadline) throws AmiException {
        List<AmiReply> replies = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += WINDOW) {
            List<AmiAction> window = all.subList(from, Math.min(all.size(), from + WINDOW));
            List<PendingReply> pending = new ArrayList<>(window.size());
            for (AmiAction action : window) {
                pending.add(start(action));
            }
            for (int i = 0; i < window.size(); i++) {
                replies.add(await(pending.get(i), window.get(i), deadline.left(settings.responseTimeout())));
            }
        }
        return replies;
    }

    /**
     * Sends an action whose answer is a list of events. It may take as long as events come, but not beyond the deadline.
     *
     * @return the answer; if it is an error, there is no list
     */
    AmiReply list(AmiAction action, Consumer<EventMessage> sink, Deadline deadline) throws AmiException {
        String id = nextId();
        EventList list = tap.expect(id, sink);
        try {
            AmiReply reply = await(start(action, id), action, deadline.left(settings.responseTimeout()));
            if (reply.success()) {
                await(list, action, deadline);
            }
            return reply;
        } finally {
            tap.forget(id);
        }
    }

    /** Sends an action whose answer is a file. It may take as long as lines come, but not beyond the deadline. */
    AmiReply file(AmiAction action, FileLines lines, Deadline deadline) throws AmiException {
        tap.expectFile(lines);
        try {
            PendingReply pending = start(action);
            long before;
            @Nullable AmiReply reply;
            do {
                before = lines.count();
                reply = pending.await(deadline.left(settings.responseTimeout()), this::isOpen);
            } while (reply == null && isOpen() && lines.count() > before && !deadline.isOver());
            if (reply == null) {
                throw lost(Waiting.noAnswer(link, settings, action.getAction()));
            }
            return reply;
        } catch (InterruptedException e) {
            throw lost(Waiting.interrupted(action.getAction()));
        } finally {
            tap.expectFile(null);
        }
    }

    private void await(EventList list, AmiAction action, Deadline deadline) throws AmiException {
        long before;
        boolean ended;
        try {
            do {
                before = list.count();
                ended = list.await(deadline.left(settings.responseTimeout()));
            } while (!ended && list.count() > before && !deadline.isOver());
        } catch (InterruptedException e) {
            throw lost(Waiting.interrupted(action.getAction()));
        }
        if (!list.isComplete()) {
            throw lost(Waiting.noAnswer(link, settings, action.getAction()));
        }
    }

    private PendingReply start(AmiAction action) throws AmiException {
        return start(action, nextId());
    }

    private PendingReply start(AmiAction action, String id) throws AmiException {
        PendingReply pending = new PendingReply();
        action.setActionId(id);
        try {
            link.sendAction(action, pending);
        } catch (IOException | IllegalStateException e) {
            throw lost(Waiting.closed(link, settings, action.getAction()));
        }
        return pending;
    }

    private AmiReply await(PendingReply pending, AmiAction action, Duration limit) throws AmiException {
        @Nullable AmiReply reply;
        try {
            reply = pending.await(limit, this::isOpen);
        } catch (InterruptedException e) {
            throw lost(Waiting.interrupted(action.getAction()));
        }
        if (reply == null) {
            throw lost(Waiting.noAnswer(link, settings, action.getAction()));
        }
        return reply;
    }

    private AmiException lost(AmiException trouble) {
        link.end(false);
        return trouble;
    }

    private synchronized String nextId() {
        return "sipwright-" + ++actions;
    }

    /** Ends the connection, two seconds at most. Whoever waits for an answer gets none. */
    void close() {
        link.end(true);
    }
}
