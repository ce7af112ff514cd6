package io.sipwright.facade;

import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import io.sipwright.target.WriteResult.Outcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files in memory, for tests that write very often. */
final class MemoryTarget implements Target {

    private final Map<String, String> files = new HashMap<>();

    @Override
    public synchronized WriteResult write(List<TargetFile> rendering) {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (TargetFile file : rendering) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (PjsipWriter writer = PjsipWriter.to(bytes)) {
                file.content().forEach(writer::write);
            }
            String text = bytes.toString(StandardCharsets.UTF_8);
            outcomes.put(file.name(), text.equals(files.put(file.name(), text)) ? Outcome.UNCHANGED : Outcome.WRITTEN);
        }
        return new WriteResult(outcomes);
    }

    synchronized String text(String name) {
        return files.getOrDefault(name, "");
    }
}
