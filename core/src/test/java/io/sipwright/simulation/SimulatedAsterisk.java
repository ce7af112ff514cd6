package io.sipwright.simulation;

import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import io.sipwright.render.Renderer;
import io.sipwright.target.SimulatedFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An Asterisk as far as its objects go: takes a file of the same size and time for the same file, keeps the old version of an
 * object that it refuses (unless it is told to lose it), and loses all objects of a file that it can't read.
 */
final class SimulatedAsterisk {

    /** What becomes of endpoints in versions that were not there before. */
    enum Mood {
        /** They are loaded. */
        WELL,
        /** They are refused, and what ran before runs on. */
        REFUSING,
        /** They are refused, and what ran before is gone as well. */
        LOSING
    }

    private record Version(FileTime modified, int size) {}

    private final SimulatedFiles files;
    private final Map<String, Map<ObjectKey, String>> running = new LinkedHashMap<>();
    private final Map<String, Version> known = new HashMap<>();
    private Set<String> accepted = Set.of();
    private Mood mood = Mood.WELL;
    private int starts;
    private int reloads;
    private boolean loading;

    SimulatedAsterisk(SimulatedFiles files) {
        this.files = files;
    }

    void become(Mood next) {
        mood = next;
        accepted = Set.copyOf(running().values());
        known.clear(); // whatever cured it also made it look again
    }

    Map<ObjectKey, String> running() {
        Map<ObjectKey, String> all = new LinkedHashMap<>();
        running.values().forEach(all::putAll);
        return all;
    }

    int reloads() {
        return reloads;
    }

    /** Whether it reads the files now. */
    boolean isLoading() {
        return loading;
    }

    /** Is gone. */
    void stop() {
        loading = false;
        running.clear();
    }

    /** Starts anew, with nothing but what the files say. */
    void boot() {
        starts++;
        loading = false;
        running.clear();
        known.clear();
        load();
    }

    private void load() {
        for (String name : List.of(Renderer.TRUNKS_FILE, Renderer.USERS_FILE)) {
            byte[] bytes = files.bytes(name);
            if (bytes == null) {
                running.remove(name);
                known.remove(name);
                continue;
            }
            Version version = new Version(files.modified(name), bytes.length);
            if (!version.equals(known.put(name, version))) {
                running.put(name, loaded(bytes, running.getOrDefault(name, Map.of())));
            }
        }
    }

    private Map<ObjectKey, String> loaded(byte[] bytes, Map<ObjectKey, String> before) {
        Map<ObjectKey, String> objects;
        try {
            objects = Rendered.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (PjsipSyntaxException e) {
            return Map.of();
        }
        Map<ObjectKey, String> after = new LinkedHashMap<>();
        objects.forEach((key, mark) -> {
            String old = before.get(key);
            if (mood == Mood.WELL || !key.type().equals("endpoint") || accepted.contains(mark)) {
                after.put(key, mark);
            } else if (old != null && (mood == Mood.REFUSING || old.equals(mark))) {
                after.put(key, old);
            }
        });
        return after;
    }

    /** The connection of a process. */
    Reloader reloader(SimulatedProcess process) {
        return new Reloader() {
            @Override
            public ReloadOutcome reload(ReloadRequest request) {
                process.step("connect to Asterisk");
                if (process.fails("connect to Asterisk")) {
                    return lost(ReloadOutcome.Unreachable.Cause.NOT_CONNECTED);
                }
                process.step("log in to Asterisk");
                process.step("send the reload");
                loading = true;
                reloads++;
                process.step("let Asterisk reload");
                load();
                process.step("read the answer of Asterisk");
                loading = false;
                if (process.fails("read the answer of Asterisk")) {
                    return lost(ReloadOutcome.Unreachable.Cause.SILENT);
                }
                return look(request, process);
            }

            @Override
            public ReloadOutcome verify(ReloadRequest request) {
                process.step("connect to Asterisk");
                return look(request, process);
            }

            @Override
            public String incarnation() {
                return "start " + starts;
            }
        };
    }

    /** A reload that was sent to it before the process ended goes on without it. */
    void finish() {
        if (loading) {
            load();
            loading = false;
        }
    }

    private static ReloadOutcome lost(ReloadOutcome.Unreachable.Cause cause) {
        return new ReloadOutcome.Unreachable(cause, "the connection was lost");
    }

    private ReloadOutcome look(ReloadRequest request, SimulatedProcess process) {
        process.step("ask for half of the objects");
        Map<ObjectKey, String> now = running();
        List<RejectedObject> rejected = new ArrayList<>();
        Set<ObjectKey> changed = request.changed();
        for (ObjectKey key : request.wanted().keys()) {
            String mark = now.get(key);
            if (mark == null) {
                rejected.add(new RejectedObject(key, RejectedObject.State.MISSING, "refused"));
            } else if (changed.contains(key) && !mark.equals(mark(request.wanted(), key))) {
                rejected.add(new RejectedObject(key, RejectedObject.State.OTHER_VERSION, "refused"));
            }
        }
        process.step("ask for the other half of the objects");
        request.removed().stream()
                .filter(now::containsKey)
                .forEach(key -> rejected.add(new RejectedObject(key, RejectedObject.State.NOT_REMOVED, "")));
        process.step("have seen all objects");
        return rejected.isEmpty() ? new ReloadOutcome.Verified(changed.size()) : new ReloadOutcome.Rejected(rejected);
    }

    private static @Nullable String mark(Manifest manifest, ObjectKey key) {
        return manifest.find(key).map(Manifest.Entry::mark).orElse(null);
    }
}
