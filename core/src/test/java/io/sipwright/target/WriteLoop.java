package io.sipwright.target;

import java.nio.file.Path;
import java.util.List;

/** Writes one generation after the other until it is killed. */
final class WriteLoop {

    private WriteLoop() {}

    /** Files of different lengths, so that a mixture of two would show. */
    static int usersOf(int generation) {
        return 100 + generation % 7 * 60;
    }

    static List<TargetFile> files(int generation) {
        return List.of(Rendering.trunks(generation), Rendering.users(generation, usersOf(generation)));
    }

    public static void main(String[] arguments) {
        ConfigFiles files = ConfigFiles.in(Path.of(arguments[0]));
        for (int generation = Integer.parseInt(arguments[1]); ; generation++) {
            System.out.println(generation + " " + files.write(files(generation)).isDrifted());
        }
    }
}
