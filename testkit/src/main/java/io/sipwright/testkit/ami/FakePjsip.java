package io.sipwright.testkit.ami;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a {@link FakeAmiServer} has loaded: PJSIP objects, contacts that phones registered, states of registrations.
 *
 * <p>Options stand in the spelling that Asterisk answers with, e.g. {@code true} or {@code (ulaw|alaw)}: {@link #load}
 * translates, {@link #put} takes them as they are. An option that sets others, as {@code webrtc} does, sets only itself.
 * Thread-safe.
 */
public final class FakePjsip {
    private final Map<String, Map<String, Map<String, String>>> objects = new TreeMap<>();
    private final Map<String, FakeContact> contacts = new TreeMap<>();
    private final Map<String, String> states = new TreeMap<>();

    FakePjsip() {}

    /** Loads an object, or replaces it as a whole. */
    public synchronized FakePjsip put(String type, String id, Map<String, String> options) {
        objects.computeIfAbsent(type, key -> new TreeMap<>()).put(id, new LinkedHashMap<>(options));
        return this;
    }

    /** Changes the options of an object; does nothing if it is not there. */
    public synchronized FakePjsip change(String type, String id, UnaryOperator<Map<String, String>> change) {
        get(type, id).ifPresent(options -> put(type, id, change.apply(options)));
        return this;
    }

    /** Unloads an object. */
    public synchronized FakePjsip remove(String type, String id) {
        objects.getOrDefault(type, Map.of()).remove(id);
        return this;
    }

    /** Unloads all objects; contacts stay, as they do in Asterisk. */
    public synchronized FakePjsip clear() {
        objects.clear();
        return this;
    }

    /** Replaces all objects by the sections of a document; of two for the same object the last counts. */
    public synchronized FakePjsip load(PjsipDocument document) {
        clear();
        for (Section section : document.sections()) {
            section.type().ifPresent(type -> put(type, section.name(), ObjectFields.canonical(section, type)));
        }
        return this;
    }

    /** The options an object was loaded with, a copy; empty if it is not there. */
    public synchronized Optional<Map<String, String>> get(String type, String id) {
        return Optional.ofNullable(objects.getOrDefault(type, Map.of()).get(id)).map(LinkedHashMap::new);
    }

    /** The names of the objects of a type, in alphabetical order, a copy. */
    public synchronized List<String> ids(String type) {
        return List.copyOf(objects.getOrDefault(type, Map.of()).keySet());
    }

    /** Registers a phone's address, e.g. {@code sip:alice@192.0.2.7:5060}, at an aor that need not exist. */
    public synchronized FakePjsip contact(String aor, String uri) {
        FakeContact contact = FakeContact.registered(aor, uri);
        contacts.put(contact.key(), contact);
        return this;
    }

    /** The addresses that are registered at an aor. */
    public synchronized List<String> contacts(String aor) {
        return contacts.values().stream()
                .filter(contact -> contact.aor().equals(aor))
                .map(FakeContact::uri)
                .toList();
    }

    /** Sets the state of a registration, e.g. {@code Registered} or {@code Rejected}. */
    public synchronized FakePjsip state(String registration, String state) {
        states.put(registration, state);
        return this;
    }

    /** The state of a registration; {@code Unregistered} at first. */
    public synchronized String state(String registration) {
        return states.getOrDefault(registration, "Unregistered");
    }

    /** Whether any aor of an endpoint has a contact, as its state shows. */
    synchronized String deviceState(Map<String, String> endpoint) {
        boolean isReachable = ObjectFields.list(endpoint, "aors").stream()
                .anyMatch(aor -> get("aor", aor).isPresent() && !contactsOf(aor).isEmpty());
        return isReachable ? "Not in use" : "Unavailable";
    }

    synchronized List<FakeContact> registered() {
        return List.copyOf(contacts.values());
    }

    /** Whether there was one. */
    synchronized boolean forget(String contactKey) {
        return contacts.remove(contactKey) != null;
    }

    /** The contacts of an aor: those of its options, and those that phones registered. */
    synchronized List<FakeContact> contactsOf(String aor) {
        TreeSet<FakeContact> all = new TreeSet<>();
        for (String uri : ObjectFields.list(get("aor", aor).orElse(Map.of()), "contact")) {
            all.add(FakeContact.permanent(aor, uri));
        }
        contacts.values().stream().filter(contact -> contact.aor().equals(aor)).forEach(all::add);
        return List.copyOf(all);
    }
}
