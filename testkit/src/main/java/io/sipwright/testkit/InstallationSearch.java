package io.sipwright.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for installations in the places that {@link AsteriskInstallation} names. Thread-safe. */
final class InstallationSearch {
    private static final String VARIABLE = "SIPWRIGHT_ASTERISK_";
    private static final Pattern VARIABLE_NAME = Pattern.compile(VARIABLE + "(\\d+)");
    private static final Pattern DIRECTORY_NAME = Pattern.compile("asterisk-(\\d+)");
    private static final InstallationSearch THIS_MACHINE =
            new InstallationSearch(System.getenv(), Path.of(System.getProperty("user.home", "/")));

    private final Map<String, String> environment;
    private final Path home;
    // Only what was found: an Asterisk that is unpacked while the tests wait is seen by the next look.
    private final Map<Integer, AsteriskInstallation> found = new ConcurrentHashMap<>();

    InstallationSearch(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    static InstallationSearch ofThisMachine() {
        return THIS_MACHINE;
    }

    Optional<AsteriskInstallation> find(int major) {
        AsteriskInstallation known = found.get(major);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<AsteriskInstallation> fresh =
                named(major).or(() -> cached(major)).or(() -> installed().filter(it -> it.major() == major));
        fresh.ifPresent(it -> found.put(major, it));
        return fresh;
    }

    Optional<AsteriskInstallation> findAny() {
        Set<Integer> majors = new HashSet<>();
        environment.keySet().forEach(name -> number(VARIABLE_NAME, name).ifPresent(majors::add));
        new SystemRoot(cache())
                .names("")
                .forEach(name -> number(DIRECTORY_NAME, name).ifPresent(majors::add));
        Stream<AsteriskInstallation> unpacked = majors.stream().flatMap(major -> find(major).stream());
        return Stream.concat(unpacked, installed().stream()).max(Comparator.comparingInt(AsteriskInstallation::major));
    }

    /** The directory in which a cached Asterisk of that version is looked for. */
    Path cacheDirectory(int major) {
        return cache().resolve("asterisk-" + major);
    }

    private Optional<AsteriskInstallation> named(int major) {
        String name = VARIABLE + major;
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        // Somebody means this one. To go on with another would test the wrong thing without a word.
        return Optional.of(UnpackedAsterisk.inspect(Path.of(value))
                .filter(it -> it.major() == major)
                .orElseThrow(
                        () -> new AsteriskException(name + "=" + value + " is not the root of an Asterisk " + major)));
    }

    private Optional<AsteriskInstallation> cached(int major) {
        return UnpackedAsterisk.inspect(cacheDirectory(major)).filter(it -> it.major() == major);
    }

    private Optional<AsteriskInstallation> installed() {
        SystemRoot system = new SystemRoot(Path.of("/"));
        for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path program = Path.of(directory, "asterisk");
            if (!directory.isEmpty() && Files.isRegularFile(program) && Files.isExecutable(program)) {
                return AsteriskInstallation.inspect(List.of(program.toString()), system);
            }
        }
        return Optional.empty();
    }

    private Path cache() {
        String own = environment.getOrDefault("SIPWRIGHT_CACHE", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve("sipwright");
    }

    private static Optional<Integer> number(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
