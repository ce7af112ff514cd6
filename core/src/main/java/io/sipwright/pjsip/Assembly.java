package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All sections and comments read so far, over all included files. */
final class Assembly {

    private final List<Object> items = new ArrayList<>(); // SectionDraft or Comment
    private final Map<String, List<SectionDraft>> byName = new HashMap<>();
    private final List<Comment> pending = new ArrayList<>();
    private final List<ParseWarning> warnings = new ArrayList<>();
    private int options;

    void warn(Location location, String message) {
        warnings.add(new ParseWarning(location, message));
    }

    void comment(String text) {
        pending.add(new Comment(text));
    }

    void option(SectionDraft section, Option option, Location location) {
        pending.forEach(section::add);
        pending.clear();
        section.add(option);
        count(1, location);
    }

    /** Opens the section a header names: a new one, or an earlier one to append to. */
    SectionDraft open(SectionHeader header, Location location) {
        items.addAll(pending);
        pending.clear();
        SectionDraft fresh = new SectionDraft(header.name(), location);
        SectionDraft section = fresh;
        for (String modifier : header.modifiers()) {
            if (modifier.equals(SectionHeader.TEMPLATE)) {
                section.template = true;
            } else if (modifier.startsWith(SectionHeader.APPEND)) {
                SectionDraft earlier = earlier(header.name(), modifier.substring(1), location);
                earlier.template |= fresh.template;
                earlier.inherit(fresh);
                section = earlier;
            } else {
                SectionDraft base = base(modifier, location);
                count(base.size(), location);
                section.inherit(base);
            }
        }
        if (section == fresh) {
            items.add(fresh);
            byName.computeIfAbsent(SectionHeader.key(fresh.name), key -> new ArrayList<>())
                    .add(fresh);
        }
        return section;
    }

    private SectionDraft earlier(String name, String filter, Location location) {
        return named(name).stream()
                .filter(section -> Filter.matches(filter, section, location))
                .findFirst()
                .orElseThrow(() -> new PjsipSyntaxException(
                        location,
                        "expected an earlier section [" + name + "] to append to" + (filter.isEmpty() ? "" : " with "
                                + filter)));
    }

    private SectionDraft base(String name, Location location) {
        List<SectionDraft> bases = named(name);
        if (bases.isEmpty()) {
            throw new PjsipSyntaxException(
                    location, "expected a section or template [" + name + "] before this line to inherit from");
        }
        return bases.get(0);
    }

    private List<SectionDraft> named(String name) {
        return byName.getOrDefault(SectionHeader.key(name), List.of());
    }

    private void count(int more, Location location) {
        options += more;
        if (options > PjsipParser.MAX_OPTIONS) {
            throw new PjsipSyntaxException(
                    location, "expected at most " + PjsipParser.MAX_OPTIONS + " options, inherited ones included");
        }
    }

    ParsedPjsip finish() {
        items.addAll(pending);
        List<PjsipElement> elements = new ArrayList<>();
        List<Location> locations = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Comment comment) {
                elements.add(comment);
            } else if (item instanceof SectionDraft draft && !draft.template) {
                elements.add(draft.toSection());
                locations.add(draft.location);
            }
        }
        return new ParsedPjsip(new PjsipDocument(elements), locations, warnings);
    }

    /** The condition of {@code [name](+option=value)}. */
    private record Filter(String option, String value) {

        static boolean matches(String filter, SectionDraft section, Location location) {
            if (filter.isEmpty()) {
                return !section.template;
            }
            boolean templates = false;
            for (String condition : filter.split("&")) {
                Filter one = parse(condition, location);
                if (one.option.equals("TEMPLATES")) {
                    templates = true;
                    if (one.value.equalsIgnoreCase("restrict") && !section.template) {
                        return false;
                    }
                } else if (!section.matches(one.option, one.value)) {
                    return false;
                }
            }
            return templates || !section.template;
        }

        private static Filter parse(String condition, Location location) {
            String[] parts = condition.split("=", 2);
            String option = Blanks.strip(parts[0]);
            String value = parts.length == 2 ? Blanks.strip(parts[1]) : null;
            if (!isLiteral(option) || !isLiteral(value)) {
                throw new PjsipSyntaxException(
                        location, "expected a filter (+option=value) of letters, digits, '_' and '-'");
            }
            return new Filter(option, value == null ? "" : value);
        }

        /** Asterisk takes both sides as regular expressions; only those without special characters are supported. */
        private static boolean isLiteral(@Nullable String text) {
            return text != null && text.matches("[A-Za-z0-9_-]*");
        }
    }
}
