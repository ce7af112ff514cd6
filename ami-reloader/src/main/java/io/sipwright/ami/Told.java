package io.sipwright.ami;

import io.sipwright.reload.StatusListener;
import io.sipwright.reload.TrunkRegistration;
import io.sipwright.reload.UserContact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What listeners were told last. Used by one thread, but for {@link #add} and {@link #close}. */
final class Told {
    private static final Logger LOG = LoggerFactory.getLogger(Told.class);

    private final Queue<StatusListener> newcomers = new ConcurrentLinkedQueue<>();
    private final List<StatusListener> listeners = new ArrayList<>();
    private final Map<String, TrunkRegistration> registrations = new LinkedHashMap<>();
    private final Map<String, UserContact> contacts = new LinkedHashMap<>();
    private boolean connected;
    private @Nullable String trouble;
    private volatile boolean closed;

    void add(StatusListener listener) {
        newcomers.add(listener);
    }

    /** Nothing is told any more. */
    void close() {
        closed = true;
    }

    boolean isConnected() {
        return connected;
    }

    /** Tells those who are new all that is known. */
    void welcome() {
        StatusListener listener = newcomers.poll();
        while (listener != null) {
            listeners.add(listener);
            StatusListener one = listener;
            String reason = trouble;
            if (connected) {
                contacts.values().forEach(contact -> tell(one, each -> each.contact(contact)));
                registrations.values().forEach(registration -> tell(one, each -> each.registration(registration)));
                tell(one, StatusListener::connected);
            } else if (reason != null) {
                tell(one, each -> each.disconnected(reason));
            }
            listener = newcomers.poll();
        }
    }

    void connected() {
        connected = true;
        trouble = null;
        all(StatusListener::connected);
    }

    void disconnected(String reason) {
        boolean news = trouble == null;
        connected = false;
        trouble = reason;
        if (news) {
            all(listener -> listener.disconnected(reason));
        }
        welcome();
    }

    void registrations(List<TrunkRegistration> present) {
        Set<String> gone = new HashSet<>(registrations.keySet());
        for (TrunkRegistration registration : present) {
            gone.remove(registration.name());
            TrunkRegistration before = registrations.put(registration.name(), registration);
            if (before == null || before.state() != registration.state()) {
                all(listener -> listener.registration(registration));
            }
        }
        for (String name : gone) {
            TrunkRegistration before = registrations.remove(name);
            if (before != null) {
                TrunkRegistration.State state = TrunkRegistration.State.REMOVED;
                TrunkRegistration now = new TrunkRegistration(
                        name, before.serverUri(), before.clientUri(), state, StateWords.reason(state, ""), null);
                all(listener -> listener.registration(now));
            }
        }
    }

    void contacts(List<UserContact> present) {
        Set<String> gone = new HashSet<>(contacts.keySet());
        for (UserContact contact : present) {
            gone.remove(key(contact));
            contact(contact);
        }
        for (String key : gone) {
            UserContact before = contacts.get(key);
            if (before != null) {
                UserContact.Status status = UserContact.Status.REMOVED;
                contact(new UserContact(before.aor(), before.uri(), status, null, before.userAgent(), null));
            }
        }
    }

    void contactEvent(EventMessage event) {
        contact(StateWords.changed(event, contacts.get(event.get("AOR") + " " + event.get("URI"))));
    }

    private void contact(UserContact contact) {
        boolean gone = contact.status() == UserContact.Status.REMOVED;
        UserContact before = gone ? contacts.remove(key(contact)) : contacts.put(key(contact), contact);
        if (before == null ? !gone : before.status() != contact.status()) {
            all(listener -> listener.contact(contact));
        }
    }

    private static String key(UserContact contact) {
        return contact.aor() + " " + contact.uri();
    }

    private void all(Consumer<StatusListener> news) {
        listeners.forEach(listener -> tell(listener, news));
    }

    private void tell(StatusListener listener, Consumer<StatusListener> news) {
        if (closed) {
            return;
        }
        try {
            news.accept(listener);
        } catch (RuntimeException | Error e) {
            LOG.warn("A listener to the status of Asterisk failed", e);
        } finally {
            // One that has interrupted the thread must not end the watch for all.
            if (Thread.interrupted()) {
                LOG.debug("A listener to the status of Asterisk has interrupted its thread");
            }
        }
    }
}
