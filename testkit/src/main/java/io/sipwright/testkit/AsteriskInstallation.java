package io.sipwright.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An Asterisk on this machine that a test may start: installed, or only unpacked into a directory.
 *
 * <p>Looked for, in this order: the root directory that the environment variable {@code SIPWRIGHT_ASTERISK_<major>}
 * names; the directory {@code asterisk-<major>} in {@code $SIPWRIGHT_CACHE}, or {@code sipwright} in
 * {@code $XDG_CACHE_HOME}, or {@code ~/.cache/sipwright}; the {@code asterisk} on the {@code PATH}, if it has that
 * major version. An unpacked one runs through its own dynamic loader: no root rights, no container.
 *
 * <p>Immutable and thread-safe.
 */
public final class AsteriskInstallation {
    private static final Pattern VERSION =
            Pattern.compile("^Asterisk (?:certified[/-])?((\\d+)[^\\s]*)", Pattern.MULTILINE);
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(10);

    private final int major;
    private final String version;
    private final List<String> launcher;
    private final SystemRoot root;
    private final Path modules;
    private final Path data;

    private AsteriskInstallation(
            int major, String version, List<String> launcher, SystemRoot root, Path modules, Path data) {
        this.major = major;
        this.version = version;
        this.launcher = launcher;
        this.root = root;
        this.modules = modules;
        this.data = data;
    }

    /**
     * The Asterisk of one major version; empty if this machine has none.
     *
     * @throws AsteriskException if the environment names a directory for it that holds no such Asterisk
     */
    public static Optional<AsteriskInstallation> find(int major) {
        return InstallationSearch.ofThisMachine().find(major);
    }

    /** The newest Asterisk of this machine; empty if it has none. */
    public static Optional<AsteriskInstallation> findAny() {
        return InstallationSearch.ofThisMachine().findAny();
    }

    /**
     * Looks at what a program that is said to be an Asterisk really is.
     *
     * @param launcher the command that starts it, without options
     * @return empty if it does not run, or its modules or data are not there
     */
    static Optional<AsteriskInstallation> inspect(List<String> launcher, SystemRoot root) {
        Optional<Path> modules = modules(root);
        Optional<Path> data = root.resolve("usr/share/asterisk")
                .or(() -> root.resolve("usr/local/share/asterisk"))
                .or(() -> root.resolve("var/lib/asterisk"));
        if (modules.isEmpty() || data.isEmpty()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(launcher);
        command.add("-V");
        Matcher matcher =
                VERSION.matcher(FinishedProcess.run(command, VERSION_LIMIT).output());
        if (!matcher.find()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(matcher.group(2));
        String version = matcher.group(1);
        return Optional.of(
                new AsteriskInstallation(major, version, List.copyOf(launcher), root, modules.get(), data.get()));
    }

    private static Optional<Path> modules(SystemRoot root) {
        List<String> candidates = new ArrayList<>();
        for (String name : root.names("usr/lib")) {
            candidates.add("usr/lib/" + name + "/asterisk/modules");
        }
        candidates.add("usr/lib/asterisk/modules");
        candidates.add("usr/lib64/asterisk/modules");
        candidates.add("usr/local/lib/asterisk/modules");
        candidates.add("usr/local/lib64/asterisk/modules");
        for (String candidate : candidates) {
            if (root.resolve(candidate + "/res_pjsip.so").isPresent()) {
                return root.resolve(candidate);
            }
        }
        return Optional.empty();
    }

    /** The major version, e.g. 22. */
    public int major() {
        return major;
    }

    /** The complete version as Asterisk tells it, e.g. {@code 22.5.1}. */
    public String version() {
        return version;
    }

    /**
     * A library of the system that this Asterisk is of, which it may be told to load by its path. Looked for in
     * {@code usr/lib} and the directory of the architecture there.
     *
     * @param name e.g. {@code odbc/libmaodbc.so}, MariaDB's driver for ODBC
     * @return empty if that system has none
     */
    public Optional<Path> library(String name) {
        return Stream.concat(Stream.of(""), root.names("usr/lib").stream().map(directory -> directory + "/"))
                .flatMap(directory -> root.resolve("usr/lib/" + directory + name).stream())
                .findFirst();
    }

    /** The command that runs this Asterisk, options first to last after it. */
    List<String> command(String... options) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(options));
        return command;
    }

    Path modules() {
        return modules;
    }

    Path data() {
        return data;
    }

    /** E.g. {@code Asterisk 22.5.1}. */
    @Override
    public String toString() {
        return "Asterisk " + version;
    }
}
