package io.sipwright.target;

import io.sipwright.target.WriteResult.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are prepared under the lock of their directory. */
final class StagedFiles implements StagedWrite {

    private final Disk disk;
    private final Path directory;
    private final DirectoryLock lock;
    private final ShownFiles shown;
    private final List<Replacement> replacements = new ArrayList<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    StagedFiles(Disk disk, Path directory, DirectoryLock lock, ShownFiles shown) {
        this.disk = disk;
        this.directory = directory;
        this.lock = lock;
        this.shown = shown;
    }

    void add(Replacement replacement) {
        replacements.add(replacement);
    }

    /** All are prepared before the first is shown: what can fail, fails while everything is as it was. */
    void prepare(DriftPolicy driftPolicy) {
        boolean heldBack =
                driftPolicy != DriftPolicy.OVERWRITE && replacements.stream().anyMatch(Replacement::isDrifted);
        for (Replacement replacement : replacements) {
            outcomes.put(replacement.name(), outcome(replacement, heldBack));
        }
        wanted().forEach(Replacement::prepare);
    }

    private static Outcome outcome(Replacement replacement, boolean heldBack) {
        if (replacement.isUnchanged()) {
            return Outcome.UNCHANGED;
        }
        if (!heldBack) {
            return Outcome.WRITTEN;
        }
        return replacement.isDrifted() ? Outcome.DRIFTED : Outcome.HELD_BACK;
    }

    private List<Replacement> wanted() {
        return replacements.stream()
                .filter(replacement -> outcomes.get(replacement.name()) == Outcome.WRITTEN)
                .toList();
    }

    @Override
    public Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        wanted().forEach(replacement -> files.put(replacement.name(), replacement.staged()));
        return files;
    }

    @Override
    public WriteResult show() {
        List<Replacement> wanted = wanted();
        boolean durable = wanted.isEmpty() && shown.areUntouched();
        shown.forget();
        replacements.stream().filter(Replacement::isUnchanged).forEach(Replacement::adopt);
        wanted.forEach(Replacement::keep);
        if (!wanted.isEmpty()) { // a new file without its record would look like an edit by someone else
            DurableDirectory.sync(disk, directory);
        }
        wanted.forEach(Replacement::show);
        if (!durable) { // perhaps whoever wrote them was cut off before they were
            DurableDirectory.sync(disk, directory);
        }
        WriteResult result = new WriteResult(outcomes);
        if (!result.isDrifted()) {
            replacements.forEach(replacement -> shown.note(replacement.file()));
        }
        return result;
    }

    @Override
    public void close() {
        try {
            replacements.forEach(Replacement::discard);
        } finally {
            lock.close();
        }
    }
}
