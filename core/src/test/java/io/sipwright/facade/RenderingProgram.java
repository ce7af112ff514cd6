package io.sipwright.facade;

import io.sipwright.apply.Applying;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Creates the same objects in an order of its own; run in other locales and time zones. */
final class RenderingProgram {

    private static final List<String> NAMES =
            List.of("I", "i2", "Izmir", "istanbul", "anna", "Bob", "bob2", "Z", "0", "a.b", "a-b", "a_b");

    private RenderingProgram() {}

    public static void main(String[] arguments) {
        create(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    }

    static Workbench create(Path directory, long seed) {
        Workbench bench = new Workbench(directory, builder -> builder.applying(Applying.ON_REQUEST));
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, new Random(seed));
        names.forEach(name -> bench.sipwright.users().create(Samples.user(name)));
        names.forEach(name -> bench.sipwright.trunks().create(Samples.trunk("T" + name)));
        bench.sipwright.apply();
        return bench;
    }
}
