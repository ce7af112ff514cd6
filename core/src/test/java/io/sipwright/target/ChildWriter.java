package io.sipwright.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/**
 * Does to a directory what its arguments say and prints a line about each: {@code 1x3} writes three users of
 * generation 1, {@code both1x3} the trunks as well; {@code names} lists the directory, {@code trunks} and
 * {@code users} show a file.
 */
final class ChildWriter {

    private ChildWriter() {}

    public static void main(String[] arguments) {
        ConfigDirectory directory = new ConfigDirectory(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            System.out.println(perform(directory, arguments[i]));
        }
    }

    private static String perform(ConfigDirectory directory, String action) {
        return switch (action) {
            case "names" -> String.join(" ", directory.names());
            case "trunks", "users" ->
                directory.text("pjsip_" + action + ".conf").replace("\n", "|");
            default -> write(directory.path(), action);
        };
    }

    private static String write(Path directory, String action) {
        String[] numbers = action.replace("both", "").split("x");
        TargetFile users = Rendering.users(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        TargetFile trunks = Rendering.trunks(Integer.parseInt(numbers[0]));
        ConfigFiles files = ConfigFiles.builder(directory)
                .lockTimeout(Duration.ofSeconds(1))
                .build();
        try {
            return new TreeMap<>(files.write(action.startsWith("both") ? List.of(trunks, users) : List.of(users))
                            .files())
                    .toString();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
