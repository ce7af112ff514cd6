package io.sipwright.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Lines that are to be ticked off, each of them. Not thread-safe. */
final class Checklist {

    private final List<String> lines;
    private final Set<String> done = new TreeSet<>();

    Checklist(String... lines) {
        this.lines = List.of(lines);
    }

    void done(String line) {
        assertThat(lines).contains(line);
        done.add(line);
    }

    boolean isComplete() {
        return done.size() == lines.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(done.contains(line) ? "- [x] " : "- [ ] ")
                .append(line)
                .append('\n'));
        return text.toString();
    }
}
