package io.sipwright.testkit.asterisk;

import io.sipwright.pjsip.IncludeResolver;
import io.sipwright.pjsip.ParsedPjsip;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.ConfigSection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration file of a test, with the files beside it that it may include.
 *
 * @param siblings content by name
 */
record ConfigFile(String name, String text, Map<String, String> siblings) implements IncludeResolver {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    static ConfigFile of(String name, String text) {
        return new ConfigFile(name, text, Map.of());
    }

    void write(AsteriskServer asterisk) {
        siblings.forEach(asterisk::write);
        asterisk.write(name, text);
    }

    ParsedPjsip parse() {
        return PjsipParser.withIncludes(this).parse(name, text);
    }

    /** What Asterisk lists of a section: its options without comments. */
    static List<ConfigSection> listing(List<Section> sections) {
        return sections.stream()
                .map(section -> new ConfigSection(
                        section.name(),
                        section.options().stream()
                                .map(option -> option.name() + "=" + option.value())
                                .toList()))
                .toList();
    }

    /** Braces first, from left to right, then each pattern by itself; sorted, and no hidden file for a wildcard. */
    @Override
    public List<Included> resolve(String pattern) {
        Matcher braces = BRACES.matcher(pattern);
        List<Included> found = new ArrayList<>();
        if (braces.find()) {
            for (String choice : braces.group(1).split(",", -1)) {
                found.addAll(resolve(pattern.substring(0, braces.start()) + choice + pattern.substring(braces.end())));
            }
            return found;
        }
        Map<String, String> files = new TreeMap<>(siblings);
        files.put(name, text);
        files.forEach((file, content) -> {
            if (matches(pattern, file)) {
                found.add(new Included(file, content.getBytes(StandardCharsets.UTF_8)));
            }
        });
        return found;
    }

    private static boolean matches(String pattern, String file) {
        StringBuilder regex = new StringBuilder(file.startsWith(".") && !pattern.startsWith(".") ? "(?!.)" : "");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[', ']' -> regex.append(c);
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return (pattern.contains("[") == pattern.contains("]")) && file.matches(regex.toString());
    }

    /** All of it, to be read by people. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        Map<String, String> files = new TreeMap<>(siblings);
        files.put(name, text);
        files.forEach((file, content) -> all.append("--- ")
                .append(file)
                .append('\n')
                .append(visible(content))
                .append('\n'));
        return all.toString();
    }

    private static String visible(String content) {
        return content.replace("\r", "<CR>")
                .replace("\0", "<NUL>")
                .replace("\t", "<TAB>")
                .replace("\uFEFF", "<BOM>");
    }
}
