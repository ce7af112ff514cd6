package io.sipwright.reload;

import io.sipwright.pjsip.Section;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All objects of one rendering, each with a mark that changes whenever its content does. Immutable, and small: it holds the
 * content only of those objects that it was asked to keep.
 */
public final class Manifest {

    private static final Manifest EMPTY = builder(false).build();

    /** No object has this mark. */
    private static final Entry UNKNOWN = new Entry("", null, null);

    private final boolean stamped;
    private final Map<ObjectKey, Entry> entries;

    /**
     * An object.
     *
     * @param mark its stamp, which Asterisk tells of the object that it has loaded; or a hash, where stamps are off
     * @param outboundAuth of a registration, the value of its option {@code outbound_auth}, which may be a list with commas;
     *     otherwise null
     * @param section its content, passwords included, where it was kept; otherwise null. A reloader compares it with what
     *     runs: a stamp says which version was loaded, not that no value of it was cut
     */
    public record Entry(
            String mark,
            @Nullable String outboundAuth,
            @Nullable Section section) {}

    private Manifest(boolean stamped, Map<ObjectKey, Entry> entries) {
        this.stamped = stamped;
        this.entries = entries;
    }

    /** No objects. */
    public static Manifest empty() {
        return EMPTY;
    }

    /** Whether the marks are stamps, which Asterisk can be asked for. */
    public boolean isStamped() {
        return stamped;
    }

    /** All objects, in the order of the files. */
    public Set<ObjectKey> keys() {
        return entries.keySet();
    }

    public int size() {
        return entries.size();
    }

    public Optional<Entry> find(ObjectKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Objects that an earlier manifest has not, or with another mark. */
    public Set<ObjectKey> changedSince(Manifest earlier) {
        Set<ObjectKey> changed = new LinkedHashSet<>();
        entries.forEach((key, entry) -> {
            Entry before = earlier.entries.get(key);
            if (before == null || !before.mark.equals(entry.mark)) {
                changed.add(key);
            }
        });
        return changed;
    }

    /** Objects of an earlier manifest that are not in this one. */
    public Set<ObjectKey> removedSince(Manifest earlier) {
        Set<ObjectKey> removed = new LinkedHashSet<>(earlier.entries.keySet());
        removed.removeAll(entries.keySet());
        return removed;
    }

    /** The same, but for some objects of which it is not known any more whether they run as they should. */
    public Manifest doubting(Collection<ObjectKey> keys) {
        Map<ObjectKey, Entry> changed = new LinkedHashMap<>(entries);
        keys.forEach(key -> changed.put(key, UNKNOWN));
        return new Manifest(stamped, Collections.unmodifiableMap(changed));
    }

    /** Both together; of objects that are in both, as they are in the other. */
    public Manifest and(Manifest other) {
        Map<ObjectKey, Entry> all = new LinkedHashMap<>(entries);
        all.putAll(other.entries);
        return new Manifest(stamped || other.stamped, Collections.unmodifiableMap(all));
    }

    /** A text that is the same for two renderings with the same objects, in whatever process they were made. */
    public String digest() {
        MessageDigest digest = sha256();
        new TreeMap<>(entries)
                .forEach((key, entry) ->
                        digest.update((key + "\n" + entry.mark + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }

    /** Whether two renderings hold the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Manifest manifest
                && entries.size() == manifest.entries.size()
                && changedSince(manifest).isEmpty();
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (Map.Entry<ObjectKey, Entry> entry : entries.entrySet()) {
            hash += entry.getKey().hashCode() ^ entry.getValue().mark.hashCode();
        }
        return hash;
    }

    /** Starts one; {@code stamped} tells whether its marks are stamps. */
    public static Builder builder(boolean stamped) {
        return new Builder(stamped);
    }

    /** Takes objects one after the other. Not thread-safe. */
    public static final class Builder {

        private final boolean stamped;
        private final Map<ObjectKey, Entry> entries = new LinkedHashMap<>();

        private Builder(boolean stamped) {
            this.stamped = stamped;
        }

        public Builder add(ObjectKey key, Entry entry) {
            entries.put(key, entry);
            return this;
        }

        public Manifest build() {
            return new Manifest(stamped, Collections.unmodifiableMap(new LinkedHashMap<>(entries)));
        }
    }
}
