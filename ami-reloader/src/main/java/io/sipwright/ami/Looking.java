package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at what runs: all names of endpoints and registrations, the stamps of all that changed and of a sample of the
 * rest, and the options of a sample of what changed. The options are a second witness, for a stamp tells which section was
 * loaded, and not that each of its lines was read as it was meant. Without stamps they are the only one.
 */
final class Looking {
    private final AmiSession session;
    private final Difference difference;
    private final boolean rows;
    private final Deadline deadline;
    private final Findings findings = new Findings();
    private final Running running = new Running();

    /**
     * A look at objects of files, or of rows: among these are none but those that are asked for one by one.
     */
    Looking(AmiSession session, Difference difference, boolean rows, Deadline deadline) {
        this.rows = rows;
        this.session = session;
        this.difference = difference;
        this.deadline = deadline;
    }

    Findings findings() {
        return findings;
    }

    ReloadOutcome look() throws AmiException {
        List<ObjectKey> changed = List.copyOf(difference.changed());
        Set<ObjectKey> removed = difference.removed();
        List<ObjectKey> unchanged = new ArrayList<>(difference.wanted().keys());
        unchanged.removeAll(difference.changed());
        if (rows) {
            running.assume(difference.wanted());
        } else {
            running.askEndpoints(session, deadline);
        }
        FieldReader reader = new FieldReader(session, deadline);
        boolean works = rows ? reader.worksForAny(firstOfEachType()) : reader.works(running.endpoints());
        boolean stamped = works && difference.wanted().isStamped();

        FieldCheck fields = new FieldCheck(sections(stamped ? List.of() : unchanged, changed, stamped), findings);
        if (hasRegistrations(removed)) { // the module that knows them need not be loaded otherwise
            running.askRegistrations(session, fields, deadline);
        }
        if (!running.endpoints().containsAll(endpoints())) {
            running.askAuthsAndAors(session, deadline);
        }
        names(removed);
        StampCheck stamps = new StampCheck(reader, findings);
        if (works) {
            // Otherwise only of endpoints and registrations it is seen that they are gone.
            stamps.removed(removed);
        } else if (rows) {
            removedRows(removed, reader, stamps);
        }
        if (stamped) {
            stamps.wanted(changed, difference.wanted());
            stamps.wanted(Sample.of(unchanged), difference.wanted());
        }
        new FieldQuestions(session, running, fields, findings).ask(deadline);
        return outcome();
    }

    private Set<String> endpoints() {
        return difference.wanted().keys().stream()
                .filter(key -> key.type().equals(Types.ENDPOINT))
                .map(ObjectKey::name)
                .collect(Collectors.toSet());
    }

    private boolean hasRegistrations(Set<ObjectKey> removed) {
        return Stream.of(difference.wanted().keys(), removed)
                .flatMap(Set::stream)
                .anyMatch(key -> key.type().equals(Types.REGISTRATION));
    }

    private Map<ObjectKey, Section> sections(List<ObjectKey> unchanged, List<ObjectKey> changed, boolean stamped) {
        Map<ObjectKey, Section> sections = new LinkedHashMap<>();
        (stamped ? Sample.of(kept(changed)) : kept(changed)).forEach(key -> put(sections, key));
        Sample.of(kept(unchanged)).forEach(key -> put(sections, key));
        return sections;
    }

    private List<ObjectKey> kept(List<ObjectKey> keys) {
        return keys.stream()
                .filter(key -> difference
                        .wanted()
                        .find(key)
                        .map(Manifest.Entry::section)
                        .isPresent())
                .toList();
    }

    private void put(Map<ObjectKey, Section> sections, ObjectKey key) {
        difference.wanted().find(key).map(Manifest.Entry::section).ifPresent(section -> sections.put(key, section));
    }

    private void names(Set<ObjectKey> removed) {
        for (ObjectKey key : difference.wanted().keys()) {
            if (Boolean.FALSE.equals(running.has(key))) {
                findings.bad(key, RejectedObject.State.MISSING);
            }
        }
        for (ObjectKey key : removed) {
            if (Boolean.TRUE.equals(running.has(key))) {
                findings.bad(key, RejectedObject.State.NOT_REMOVED);
            }
        }
    }

    private Collection<ObjectKey> firstOfEachType() {
        Map<String, ObjectKey> first = new LinkedHashMap<>();
        difference.wanted().keys().forEach(key -> first.putIfAbsent(key.type(), key));
        return first.values();
    }

    /**
     * Where nothing that should be there answers, an empty answer proves little; so some endpoints are asked for by name as
     * well, and all where fields must not be asked for.
     */
    private void removedRows(Set<ObjectKey> removed, FieldReader reader, StampCheck stamps) throws AmiException {
        List<ObjectKey> endpoints = removed.stream()
                .filter(key -> key.type().equals(Types.ENDPOINT))
                .toList();
        boolean permitted = !removed.isEmpty() && reader.isPermitted();
        if (permitted) {
            stamps.removed(removed);
        }
        for (ObjectKey key : permitted ? Sample.of(endpoints) : endpoints) {
            boolean there = session.list(Actions.endpoint(key.name()), event -> {}, deadline)
                    .success();
            if (there) {
                findings.bad(key, RejectedObject.State.NOT_REMOVED);
            } else {
                findings.good(key);
            }
        }
    }

    private ReloadOutcome outcome() {
        if (findings.differing().isEmpty()) {
            return new ReloadOutcome.Verified(findings.count());
        }
        BiFunction<ObjectKey, RejectedObject.State, String> reasons = rows
                ? new RowReasons(difference.request(), findings)::of
                : new Reasons(difference.request(), findings)::of;
        List<RejectedObject> objects = new ArrayList<>();
        List<ObjectKey> all = new ArrayList<>(difference.wanted().keys());
        all.addAll(difference.removed());
        for (ObjectKey key : all) {
            RejectedObject.State state = findings.differing().get(key);
            if (state != null) {
                objects.add(new RejectedObject(key, state, reasons.apply(key, state)));
            }
        }
        return new ReloadOutcome.Rejected(objects);
    }
}
