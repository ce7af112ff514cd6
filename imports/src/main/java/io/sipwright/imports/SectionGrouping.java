package io.sipwright.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts sections together that refer to each other, and registrations to the endpoint that they most likely serve. */
final class SectionGrouping {

    private static final Pattern HOST =
            Pattern.compile("sips?:(?:[^@;,<>\\s]{0,255}@)?(\\[[^\\]]{1,255}]|[^:;,>\\s]+)");

    private final List<Located> sections;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] parents;
    private final boolean[] withEndpoint; // of the group whose first section it is

    private SectionGrouping(List<Located> sections) {
        this.sections = sections;
        this.parents = new int[sections.size()];
        this.withEndpoint = new boolean[sections.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
            withEndpoint[i] = sections.get(i).type().equals("endpoint");
            places.put(key(sections.get(i).type(), sections.get(i).name()), i);
        }
    }

    /** The groups, in the order of their first sections. */
    static Collection<SectionGroup> of(List<Located> sections) {
        SectionGrouping grouping = new SectionGrouping(sections);
        grouping.followLinks();
        grouping.placeRegistrations();
        return grouping.groups();
    }

    private static String key(String type, String name) {
        return type + ' ' + name;
    }

    private void followLinks() {
        for (int i = 0; i < parents.length; i++) {
            Located section = sections.get(i);
            for (Map.Entry<String, String> link : SectionLinks.of(section).entrySet()) {
                for (String name : section.references(link.getKey())) {
                    Integer other = places.get(key(link.getValue(), name));
                    if (other != null) {
                        join(i, other);
                    }
                }
            }
        }
    }

    /** A registration with an auth of its own names no endpoint: it bears a name like it, or goes to the same server. */
    private void placeRegistrations() {
        Map<String, List<Integer>> byServer = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            if (sections.get(i).type().equals("aor")) {
                int place = i;
                hosts(sections.get(i), "contact")
                        .map(host -> byServer.computeIfAbsent(host, key -> new ArrayList<>()))
                        .filter(there -> there.size() < 2 && !there.contains(place)) // two are as bad as many
                        .forEach(there -> there.add(place));
            }
        }
        for (int i = 0; i < parents.length; i++) {
            Located section = sections.get(i);
            if (section.type().equals("registration") && !withEndpoint[root(i)]) {
                Integer named = endpointNamedLike(section.name());
                if (named != null) {
                    join(i, named);
                    continue;
                }
                List<Integer> servers = hosts(section, "server_uri")
                        .flatMap(host -> byServer.getOrDefault(host, List.of()).stream())
                        .distinct()
                        .toList();
                if (servers.size() == 1) {
                    join(i, servers.get(0));
                }
            }
        }
    }

    private @Nullable Integer endpointNamedLike(String registration) {
        Integer exact = places.get(key("endpoint", registration));
        if (exact != null) {
            return exact;
        }
        Integer added = places.get(key("endpoint", registration + "-endpoint"));
        if (added != null) {
            return added;
        }
        for (int end = registration.length() - 1; end > 1; end--) {
            if ("-_.".indexOf(registration.charAt(end)) >= 0) {
                Integer stem = places.get(key("endpoint", registration.substring(0, end)));
                if (stem != null) {
                    return stem;
                }
            }
        }
        return null;
    }

    private static Stream<String> hosts(Located section, String option) {
        return section.section().all(option).stream()
                .flatMap(uri -> HOST.matcher(uri).results())
                .map(found -> found.group(1));
    }

    private int root(int place) {
        int root = place;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    private void join(int one, int other) {
        int from = root(one);
        int to = root(other);
        parents[from] = to;
        withEndpoint[to] |= withEndpoint[from];
    }

    private Collection<SectionGroup> groups() {
        Map<Integer, SectionGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < parents.length; i++) {
            groups.computeIfAbsent(root(i), key -> new SectionGroup()).add(sections.get(i));
        }
        return groups.values();
    }
}
