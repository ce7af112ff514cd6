package io.sipwright.examples.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Starts the cluster, and does what is typed; with the argument {@code story}, what the story says. */
public final class Console {

    private Console() {}

    public static void main(String[] arguments) throws IOException {
        boolean story = arguments.length > 0 && arguments[0].equals("story");
        System.out.println("Starting a PostgreSQL, two Asterisks and two hosts ...");
        try (Cluster cluster = new Cluster(line -> System.out.println("      " + line))) {
            System.out.println(cluster.run("status"));
            if (story) {
                Story.SCENES.forEach(scene -> run(cluster, scene.command()));
                return;
            }
            System.out.println(Cluster.HELP);
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = input.readLine(); line != null && !line.strip().equals("quit"); ) {
                if (!line.isBlank()) {
                    run(cluster, line);
                }
                line = input.readLine();
            }
        }
    }

    private static void run(Cluster cluster, String command) {
        System.out.println("> " + command);
        System.out.println(cluster.run(command));
    }
}
