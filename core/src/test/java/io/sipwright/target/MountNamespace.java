package io.sipwright.target;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A view of the file system of a child's own: what is mounted there vanishes with it. */
final class MountNamespace {

    private MountNamespace() {}

    /**
     * Runs {@link ChildWriter} after some mounts; skips the test where they are not possible.
     *
     * @param mounts shell commands, in which {@code $D} is the directory
     * @return what the child printed
     */
    static List<String> run(String mounts, Path directory, String... actions) throws IOException, InterruptedException {
        assumeTrue(new ProcessBuilder(command("mount -t tmpfs none \"$D\"", directory, "true"))
                        .start()
                        .waitFor()
                == 0);
        List<String> arguments = new ArrayList<>(List.of(directory.toString()));
        Collections.addAll(arguments, actions);
        try (ChildJvm child = ChildJvm.start(
                command(mounts, directory), List.of(), ChildWriter.class, arguments.toArray(String[]::new))) {
            return child.lines();
        }
    }

    private static List<String> command(String mounts, Path directory, String... program) {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>(List.of("unshare", root ? "-m" : "-rm"));
        Collections.addAll(command, "sh", "-c", "D=\"$0\"; set -e; " + mounts + "; exec \"$@\"", directory.toString());
        Collections.addAll(command, program);
        return command;
    }
}
