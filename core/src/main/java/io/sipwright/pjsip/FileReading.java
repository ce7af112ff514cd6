package io.sipwright.pjsip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file into the assembly, and the files it includes. An included file goes on in the section that was
 * opened last; after it, the including file goes on in its own.
 */
final class FileReading extends LineHandler {

    private final Assembly assembly;
    private final IncludeResolver includes;
    private final int depth;
    private @Nullable SectionDraft open;

    FileReading(Assembly assembly, IncludeResolver includes, int depth) {
        this.assembly = assembly;
        this.includes = includes;
        this.depth = depth;
    }

    @Override
    void header(SectionHeader header, Location location) {
        open = assembly.open(header, location);
    }

    /** Outside of any section Asterisk refuses even a line that it would ignore inside. */
    @Override
    void beforeOption(Location location) {
        if (open == null) {
            throw new PjsipSyntaxException(location, "expected a section header before the first option");
        }
    }

    @Override
    void option(String name, String value, boolean append, Location location) {
        SectionDraft section = open;
        if (section == null) {
            throw new PjsipSyntaxException(location, "expected a section header before the first option");
        }
        if (!append || !assembly.append(section, name, value, location)) {
            assembly.option(section, new Option(name, Blanks.strip(value)), location);
        }
    }

    @Override
    void comment(String text) {
        assembly.comment(text);
    }

    @Override
    void warn(Location location, String message) {
        assembly.warn(location, message);
    }

    @Override
    void directive(String name, @Nullable String argument, Location location) throws IOException {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "include" -> include(argument, true, location);
            case "tryinclude" -> include(argument, false, location);
            case "exec" -> warn(location, "#exec is never executed");
            default -> warn(location, "unknown directive; the line is ignored");
        }
    }

    private void include(@Nullable String argument, boolean required, Location location) throws IOException {
        if (argument == null) {
            warn(location, "expected the name of a file; the line is ignored");
            return;
        }
        if (depth > PjsipParser.MAX_INCLUDE_DEPTH) {
            throw new PjsipSyntaxException(
                    location, "expected at most " + PjsipParser.MAX_INCLUDE_DEPTH + " levels of includes");
        }
        List<IncludeResolver.Included> files = resolve(unquoted(argument), location);
        if (files.isEmpty() && required) {
            throw new PjsipSyntaxException(location, "expected a file to include; there is none of that name");
        }
        SectionDraft last = assembly.current();
        for (IncludeResolver.Included file : files) {
            boolean first = file == files.get(0);
            var reading = new FileReading(assembly, includes, depth + 1);
            reading.open = last;
            reading.read(file.name(), new ByteArrayInputStream(file.content()), first);
            last = reading.open;
        }
    }

    private List<IncludeResolver.Included> resolve(String name, Location location) {
        try {
            return includes.resolve(name);
        } catch (IOException e) {
            throw new PjsipSyntaxException(location, "expected a file to include that can be read");
        }
    }

    private static String unquoted(String name) {
        char first = name.charAt(0);
        char closing = first == '<' ? '>' : first;
        boolean quoted =
                (first == '"' || first == '<') && name.length() > 1 && name.charAt(name.length() - 1) == closing;
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
