package io.sipwright.ami;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.target.ConfigFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one Asterisk and at the directory of our files, and says what is wrong and how to mend it. It changes nothing.
 *
 * <p>What our objects need, such as transports, contexts, codecs and host names, it reads from our two files. Without a
 * directory it asks Asterisk only, and without a connection it looks at the files only. What cannot be found out is said,
 * as advice.
 *
 * <p>Makes a connection of its own for each examination. Thread-safe.
 */
public final class Doctor {
    private final Examination examination;

    private Doctor(Examination examination) {
        this.examination = examination;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Looks at everything. Trouble is a finding, and never an exception. Takes at most the look-up limit, the connect
     * time-out (twice with TLS), and a reload time-out.
     *
     * @return what is wrong, the worst first; empty if nothing is
     */
    public List<Finding> examine() {
        return examination.run();
    }

    /** Findings as a text for people; ends with a line end. */
    public static String toText(List<Finding> findings) {
        return findings.isEmpty()
                ? "Nothing is wrong.\n"
                : findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }

    /** What a doctor is to look at. Not thread-safe. */
    public static final class Builder {
        private @Nullable AmiSettings ami;
        private @Nullable Path directory;
        private AsteriskVersion version = AsteriskVersion.V22;
        private Duration lookupLimit = Duration.ofSeconds(5);
        private final Set<String> contexts = new LinkedHashSet<>();
        private final Set<String> hosts = new LinkedHashSet<>();

        private Builder() {}

        /** The Asterisk to ask, with the address, account and time-outs of its reloader; by default none. */
        public Builder ami(AmiReloader reloader) {
            ami = reloader.settings();
            return this;
        }

        /** Where {@code pjsip.conf} and our files are, as seen from here; by default nowhere. */
        public Builder directory(Path value) {
            directory = value.toAbsolutePath().normalize();
            return this;
        }

        /** The same, of the target that is written to. */
        public Builder files(ConfigFiles target) {
            return directory(target.directory());
        }

        /** Which Asterisk is rendered for; 22 by default. */
        public Builder asteriskVersion(AsteriskVersion value) {
            version = value;
            return this;
        }

        /** More dialplan contexts to look for than our files name. */
        public Builder contexts(Collection<String> names) {
            contexts.addAll(names);
            return this;
        }

        /** More host names to look up than our files name. */
        public Builder hosts(Collection<String> names) {
            hosts.addAll(names);
            return this;
        }

        /** How long all look-ups of host names together may take; by default 5 seconds. */
        public Builder lookupLimit(Duration limit) {
            if (limit.toMillis() < 1 || limit.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("lookupLimit must be between 1 millisecond and 24 days");
            }
            lookupLimit = limit;
            return this;
        }

        public Doctor build() {
            return new Doctor(
                    new Examination(ami, directory, version, Set.copyOf(contexts), Set.copyOf(hosts), lookupLimit));
        }
    }
}
