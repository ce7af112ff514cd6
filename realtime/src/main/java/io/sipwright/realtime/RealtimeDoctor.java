package io.sipwright.realtime;

import io.sipwright.ami.AmiReloader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks at the tables, and at the Asterisks that are to read them, and says what is wrong and how to mend it. Whether an
 * Asterisk reads the rows of this very database it finds out by rows of its own, {@code sipwright-doctor-…}, which are there
 * for a moment and with which nobody can do anything; whether it reads registrations, only by what {@code sorcery.conf} says.
 *
 * <p>Needs {@code sipwright-ami-reloader}; the manager account needs {@code write = system,reporting}. Thread-safe.
 */
public final class RealtimeDoctor {

    private final RowDatabase rows;
    private final Map<String, AmiReloader> nodes;

    private RealtimeDoctor(Builder settings) {
        this.rows = settings.rows;
        this.nodes = new LinkedHashMap<>(settings.nodes);
    }

    /** A doctor for the rows of a target. */
    public static Builder builder(RealtimeTarget target) {
        return new Builder(target.database());
    }

    /**
     * Looks at everything, one node after the other, with a connection of its own to each. Trouble is a finding, and never an
     * exception. Each question to an Asterisk takes a reload time-out at most.
     *
     * @return what is wrong, the worst first; empty if nothing is
     */
    public List<RealtimeFinding> examine() {
        Examined examined = Examined.database();
        boolean writable = new TablesCheck(rows, examined).run();
        nodes.forEach((name, reloader) -> new NodeCheck(rows, reloader, examined.on(name)).run(writable));
        return examined.findings();
    }

    /** Findings as a text for people; ends with a line end. */
    public static String toText(List<RealtimeFinding> findings) {
        return findings.isEmpty()
                ? "Nothing is wrong.\n"
                : findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }

    /** Which Asterisks to ask. Not thread-safe. */
    public static final class Builder {

        private final RowDatabase rows;
        private final Map<String, AmiReloader> nodes = new LinkedHashMap<>();

        private Builder(RowDatabase rows) {
            this.rows = rows;
        }

        /**
         * An Asterisk that is to read the rows, asked with the account of its reloader.
         *
         * @throws IllegalArgumentException if there is one of this name already
         */
        public Builder node(String name, AmiReloader reloader) {
            if (nodes.put(name, reloader) != null) {
                throw new IllegalArgumentException("There are two nodes of the name " + name);
            }
            return this;
        }

        public RealtimeDoctor build() {
            return new RealtimeDoctor(this);
        }
    }
}
