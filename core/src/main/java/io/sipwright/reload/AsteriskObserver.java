package io.sipwright.reload;

import java.util.List;

/** Tells what one Asterisk sees of carriers and phones now. Thread-safe. */
public interface AsteriskObserver extends AutoCloseable {

    /**
     * All outbound registrations, sorted by name, also those that are not ours.
     *
     * @throws ObserverException if that is not known; an empty list means that there are none
     */
    List<TrunkRegistration> registrations();

    /**
     * All contacts, sorted by aor and URI.
     *
     * @throws ObserverException if that is not known; an empty list means that there are none
     */
    List<UserContact> contacts();

    /**
     * The contacts of one aor, which for a user bears his name.
     *
     * @throws ObserverException if that is not known; an empty list means that there are none
     */
    default List<UserContact> contacts(String aor) {
        return contacts().stream().filter(contact -> contact.aor().equals(aor)).toList();
    }

    /** Tells a listener from now on, beginning with all that is there, until {@link #close}. Returns at once. */
    void listen(StatusListener listener);

    /** Ends connections, and tells no listener any more. A closed observer may still be asked, and then connects anew. */
    @Override
    void close();
}
