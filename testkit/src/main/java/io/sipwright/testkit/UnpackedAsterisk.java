package io.sipwright.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An Asterisk in an unpacked system, started through that system's own dynamic loader and libraries. */
final class UnpackedAsterisk {
    /** {@code ld-linux-x86-64.so.2}, {@code ld-linux-aarch64.so.1}, ... */
    private static final Pattern LOADER = Pattern.compile("ld-linux.*\\.so\\.\\d+");

    private UnpackedAsterisk() {}

    /** The Asterisk in an unpacked system; empty if there is none, or the system is not complete. */
    static Optional<AsteriskInstallation> inspect(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        SystemRoot root = new SystemRoot(directory.toAbsolutePath().normalize());
        Optional<Path> program = root.resolve("usr/sbin/asterisk");
        for (String architecture : root.names("lib")) {
            Optional<Path> loader = loader(root, "lib/" + architecture);
            if (loader.isPresent() && program.isPresent()) {
                // usr/lib itself: some releases keep Asterisk's private pjproject library there.
                String libraries = Stream.of("usr/lib", "usr/lib/" + architecture, "lib/" + architecture)
                        .flatMap(path -> root.resolve(path).stream())
                        .distinct()
                        .map(Path::toString)
                        .collect(Collectors.joining(":"));
                return AsteriskInstallation.inspect(
                        List.of(
                                loader.get().toString(),
                                "--library-path",
                                libraries,
                                program.get().toString()),
                        root);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> loader(SystemRoot root, String directory) {
        return root.names(directory).stream()
                .filter(name -> LOADER.matcher(name).matches())
                .flatMap(name -> root.resolve(directory + "/" + name).stream())
                .findFirst();
    }
}
