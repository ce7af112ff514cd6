package io.sipwright.realtime;

import io.sipwright.ami.Inquiry;
import io.sipwright.pjsip.Comment;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ObserverException;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Stamps;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes all objects out of the files of an Asterisk that has them from rows:
 *
 * <ol>
 *   <li>keeps the files as they are as last known good;
 *   <li>replaces them by files without objects;
 *   <li>has Asterisk reload, and looks at every object;
 *   <li>brings the files back if one does not run; otherwise keeps the empty ones as last known good, so that no passwords are
 *       left behind.
 * </ol>
 *
 * <p>Cut off anywhere, it may be begun anew: empty files whose last known good is not empty have not been looked at yet.
 */
final class FilesEmptied {

    private static final List<TargetFile> EMPTY = FilesCompared.NAMES.stream()
            .map(name -> new TargetFile(
                    name,
                    out -> out.accept(new Comment("Trunks and users are rows of a database now, see sorcery.conf."))))
            .toList();

    private final MovedNode node;
    private final Supplier<Map<ObjectKey, String>> rows;

    /** @param rows stamps of all rows of ours, as they stand when it is asked */
    FilesEmptied(MovedNode node, Supplier<Map<ObjectKey, String>> rows) {
        this.node = node;
        this.rows = rows;
    }

    /** Whether there is nothing left to be done. */
    boolean isDone() {
        if (hasObjects()) {
            return false;
        }
        node.files().stage(EMPTY).close(); // so that the target knows of which files it is asked
        return good().isEmpty();
    }

    boolean hasObjects() {
        return !stamps(out -> FilesCompared.NAMES.forEach(name -> node.files().read(name, out)))
                .isEmpty();
    }

    /** What stands in the way; empty if it is done. */
    Optional<String> run(long generation) {
        for (String name : FilesCompared.NAMES) {
            if (node.files().edited(name).isPresent()) {
                return Optional.of(FilesCompared.editedBy(name));
            }
        }
        if (hasObjects()) {
            keepAsGood();
        }
        if (node.files().write(EMPTY).isDrifted()) {
            return Optional.of("the files were edited by someone else");
        }
        Map<ObjectKey, String> wanted = rows.get();
        Map<ObjectKey, String> gone = new LinkedHashMap<>(good());
        gone.keySet().removeAll(wanted.keySet());
        Manifest running = manifest(wanted);
        ReloadOutcome outcome =
                node.reloader().reload(new ReloadRequest(generation, running, running.and(manifest(gone))));
        if (outcome instanceof ReloadOutcome.Failed || outcome instanceof ReloadOutcome.Unreachable) {
            return Optional.of("the files are empty, but not read yet: " + outcome.summary());
        }
        try (Inquiry asterisk = node.reloader().inquiry()) {
            return looked(new RunningLook(asterisk), List.copyOf(gone.keySet()), generation);
        } catch (ObserverException e) {
            return Optional.of("the files are empty, and it can't be seen what runs: " + e.getMessage());
        }
    }

    private Optional<String> looked(RunningLook look, List<ObjectKey> gone, long generation) {
        List<ObjectKey> missing = look.missing(rows);
        if (!missing.isEmpty()) {
            node.files().restore();
            Manifest none = Manifest.empty();
            ReloadOutcome back = node.reloader().reload(new ReloadRequest(generation, none, none));
            return Optional.of("without the files Asterisk does not run " + RunningLook.names(missing)
                    + "; the files are back. " + back.summary());
        }
        List<ObjectKey> left = look.running(gone);
        if (!left.isEmpty()) {
            return Optional.of("another file has " + RunningLook.names(left) + ", too, which should be gone");
        }
        node.files().markGood();
        return Optional.empty();
    }

    /** Writes what is there, so that the target knows of it, and keeps it. */
    private void keepAsGood() {
        Target files = node.files();
        files.write(FilesCompared.NAMES.stream()
                .map(name -> new TargetFile(name, out -> files.read(name, out::accept)))
                .toList());
        files.markGood();
    }

    private Map<ObjectKey, String> good() {
        return stamps(out -> node.files().readGood(out));
    }

    private static Map<ObjectKey, String> stamps(Consumer<Consumer<PjsipElement>> reading) {
        Map<ObjectKey, String> stamps = new LinkedHashMap<>();
        reading.accept(element -> {
            if (element instanceof Section section) {
                stamps.put(
                        FilesCompared.key(section), section.first(Stamps.OPTION).orElse(""));
            }
        });
        return stamps;
    }

    private static Manifest manifest(Map<ObjectKey, String> stamps) {
        Manifest.Builder manifest = Manifest.builder(true);
        stamps.forEach((key, stamp) -> manifest.add(key, new Manifest.Entry(stamp, null, null)));
        return manifest.build();
    }
}
