package io.sipwright.testkit.ami;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GetConfig} on the files of a directory; none if there is no directory. Includes are not followed. */
final class ConfigActions {
    private final @Nullable Path directory;

    ConfigActions(@Nullable Path directory) {
        this.directory = directory;
    }

    void getConfig(RecordedAction action, Reply reply) {
        String name = action.header("Filename");
        if (name.isEmpty()) {
            reply.error("Filename not specified");
            return;
        }
        Path root = directory;
        if (root == null) {
            reply.error("Config file not found");
            return;
        }
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root.normalize())) {
            reply.error("File requires escalated privileges");
        } else if (!Files.isRegularFile(file)) {
            reply.error("Config file not found");
        } else {
            show(file, action.header("Category"), reply);
        }
    }

    private static void show(Path file, String category, Reply reply) {
        List<Section> sections;
        try {
            sections = PjsipParser.create()
                    .parse(file.toString(), Files.readString(file))
                    .document()
                    .sections();
        } catch (PjsipSyntaxException | IOException e) {
            reply.error("Config file has invalid format");
            return;
        }
        List<String> lines = new ArrayList<>(List.of("Response: Success"));
        int number = 0;
        for (Section section : sections) {
            if (category.isEmpty() || section.name().equals(category)) {
                show(section, number++, lines);
            }
        }
        if (number == 0 && !category.isEmpty()) {
            lines.add("No categories found");
        }
        reply.message(lines);
    }

    private static void show(Section section, int number, List<String> lines) {
        lines.add(String.format(Locale.ROOT, "Category-%06d: %s", number, section.name()));
        int line = 0;
        for (Option option : section.options()) {
            lines.add(
                    String.format(Locale.ROOT, "Line-%06d-%06d: %s=%s", number, line++, option.name(), option.value()));
        }
    }
}
