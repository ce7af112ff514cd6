package io.sipwright.ami;

/** Makes present states of events. */
final class EventReading {
    private final AmiSession session;
    private final AmiSettings settings;
    private final Told told;

    EventReading(AmiSession session, AmiSettings settings, Told told) {
        this.session = session;
        this.settings = settings;
        this.told = told;
    }

    void readAll() throws AmiException {
        told.contacts(LiveStates.contacts(session, deadline()));
        readRegistrations();
    }

    /** An event of a registration does not name it: there may be several with the same URIs. So all are read. */
    private void readRegistrations() throws AmiException {
        told.registrations(LiveStates.registrations(session, deadline()));
    }

    private Deadline deadline() {
        return Deadline.in(settings.reloadTimeout());
    }

    /** Whether there was anything. */
    boolean handle(EventQueue.Batch batch) throws AmiException {
        batch.contacts().forEach(told::contactEvent);
        if (batch.lost()) {
            readAll();
        } else if (batch.registrations()) {
            readRegistrations();
        }
        return batch.registrations() || !batch.contacts().isEmpty();
    }
}
