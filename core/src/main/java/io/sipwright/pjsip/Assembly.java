package io.sipwright.pjsip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All sections and comments read so far, over all included files. */
final class Assembly {

    private final List<Object> items = new ArrayList<>(); // SectionDraft or Comment
    private final List<SectionDraft> sections = new ArrayList<>();
    private final Map<String, List<SectionDraft>> byName = new HashMap<>();
    private final List<Comment> pending = new ArrayList<>();
    private final List<ParseWarning> warnings = new ArrayList<>();
    private int options;
    private long work;
    private @Nullable SectionDraft current;

    /** The section opened last, in whichever file: an included file goes on in it. */
    @Nullable
    SectionDraft current() {
        return current;
    }

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

    /** Appends text to the last option of that name; false when there is none. */
    boolean append(SectionDraft section, String name, String text, Location location) {
        work(section.size(), location);
        String last = section.last(name);
        if (last == null) {
            return false;
        }
        work(last.length() / 16, location);
        section.append(name, last, text);
        return true;
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
                if (section == fresh) {
                    earlier.inherit(fresh);
                }
                section = earlier;
            } else {
                SectionDraft base = base(modifier, location);
                if (base == section) {
                    throw new PjsipSyntaxException(
                            location, "expected another section to inherit from; Asterisk would never come to an end");
                }
                count(base.size(), location);
                section.inherit(base);
            }
        }
        if (section == fresh) {
            items.add(fresh);
            sections.add(fresh);
            byName.computeIfAbsent(SectionHeader.key(fresh.name), key -> new ArrayList<>())
                    .add(fresh);
        }
        current = section;
        return section;
    }

    private SectionDraft earlier(String name, String filter, Location location) {
        SectionFilter wanted = SectionFilter.parse(filter, location);
        for (SectionDraft section : named(name)) {
            work(section.size() + 4, location);
            if (wanted.matches(section)) {
                return section;
            }
        }
        String with = filter.isEmpty() ? "" : " with " + filter;
        throw new PjsipSyntaxException(location, "expected an earlier section [" + name + "] to append to" + with);
    }

    private SectionDraft base(String name, Location location) {
        List<SectionDraft> bases = named(name);
        if (bases.isEmpty()) {
            throw new PjsipSyntaxException(
                    location, "expected a section or template [" + name + "] before this line to inherit from");
        }
        return bases.get(0);
    }

    /** All sections of a name; without a name, all. */
    private List<SectionDraft> named(String name) {
        return name.isEmpty() ? sections : byName.getOrDefault(SectionHeader.key(name), List.of());
    }

    /** Appending looks through what is there: bounded, or a small file could take hours. */
    private void work(long more, Location location) {
        work += more;
        if (work > PjsipParser.MAX_APPENDING) {
            throw new PjsipSyntaxException(location, "expected fewer lines with '+=' and sections with '(+)'");
        }
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
}
