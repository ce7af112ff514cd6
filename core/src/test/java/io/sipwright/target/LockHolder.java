package io.sipwright.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes users of generation 1, but stops in the middle until it is told to go on. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) {
        ConfigFiles.in(Path.of(arguments[0])).write(List.of(new TargetFile(Rendering.USERS, elements -> {
            System.out.println("writing");
            awaitLine();
            Rendering.users(1).content().forEach(elements);
        })));
        System.out.println("done");
    }

    private static void awaitLine() {
        try {
            while (System.in.read() != '\n') {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
