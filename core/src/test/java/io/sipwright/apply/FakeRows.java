package io.sipwright.apply;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.target.RowObject;
import io.sipwright.target.RowTarget;
import io.sipwright.target.TargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Rows in memory, with places where a test can step in. */
final class FakeRows implements RowTarget {

    volatile Runnable beforeWriting = () -> {};
    final AtomicInteger writings = new AtomicInteger();
    final AtomicInteger replacements = new AtomicInteger();
    private final Map<String, List<Section>> objects = new HashMap<>();
    private long generation = -1;

    @Override
    public synchronized long generation() {
        return generation;
    }

    @Override
    public boolean write(long from, long to, List<RowObject> changed) {
        beforeWriting.run();
        return write(from, to, changed, false);
    }

    @Override
    public boolean replaceAll(long from, long to, Stream<RowObject> all) {
        beforeWriting.run();
        return write(from, to, all.toList(), true);
    }

    private synchronized boolean write(long from, long to, List<RowObject> written, boolean all) {
        if (generation != from) {
            return false;
        }
        if (all) {
            objects.clear();
        }
        written.forEach(object -> {
            String key = object.name().toLowerCase(Locale.ROOT);
            if (object.sections().isEmpty()) {
                objects.remove(key);
            } else {
                objects.put(key, object.sections());
            }
        });
        generation = to;
        (all ? replacements : writings).incrementAndGet();
        return true;
    }

    /** Someone has brought back an old copy of the database, or emptied it. */
    synchronized void lose(long former) {
        generation = former;
    }

    void fail(String reason) {
        beforeWriting = () -> {
            throw new TargetException(reason);
        };
    }

    void recover() {
        beforeWriting = () -> {};
    }

    /** All sections, by type and name. */
    synchronized Map<ObjectKey, Section> sections() {
        Map<ObjectKey, Section> sections =
                new TreeMap<>((one, other) -> (one.type() + one.name()).compareTo(other.type() + other.name()));
        objects.values().forEach(all -> all.forEach(section -> sections.put(Staging.key(section), section)));
        return sections;
    }
}
