package io.sipwright;

import io.sipwright.UpgradePlan.OptionUpgrade;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.SecretMask;
import io.sipwright.template.FilledSection;
import io.sipwright.template.OptionOverride;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of one object by two templates, with and without its overrides.
 *
 * @param from by the old template, without overrides
 * @param to by the new template, without overrides
 * @param before by the old template
 * @param after by the new template
 */
record ThreeWay(
        List<FilledSection> from,
        List<FilledSection> to,
        List<FilledSection> before,
        List<FilledSection> after,
        List<OptionOverride> overrides) {

    /** Which section: roles alone are not enough where a list makes several. */
    private record Place(String role, ObjectKey section) {}

    /** Those that differ between the templates, or in the end. */
    List<OptionUpgrade> options() {
        if (from.equals(to) && before.equals(after)) {
            return List.of();
        }
        Map<Place, Map<String, List<String>>> old = values(from);
        Map<Place, Map<String, List<String>>> wanted = values(to);
        Map<Place, Map<String, List<String>>> now = values(before);
        Map<Place, Map<String, List<String>>> then = values(after);
        Set<Place> places = new LinkedHashSet<>(old.keySet());
        places.addAll(wanted.keySet());
        List<OptionUpgrade> options = new ArrayList<>();
        for (Place place : places) {
            Set<String> names = new TreeSet<>();
            List.of(old, wanted, now, then)
                    .forEach(side ->
                            names.addAll(side.getOrDefault(place, Map.of()).keySet()));
            for (String name : names) {
                List<String> fromValues = at(old, place, name);
                List<String> toValues = at(wanted, place, name);
                List<String> result = at(then, place, name);
                if (!fromValues.equals(toValues) || !at(now, place, name).equals(result)) {
                    options.add(new OptionUpgrade(
                            place.role(),
                            place.section(),
                            name,
                            shown(place, name, fromValues),
                            shown(place, name, toValues),
                            override(place.role(), name).map(values -> shown(place, name, values)),
                            shown(place, name, result)));
                }
            }
        }
        return options;
    }

    private static Map<Place, Map<String, List<String>>> values(List<FilledSection> sections) {
        Map<Place, Map<String, List<String>>> values = new LinkedHashMap<>();
        for (FilledSection filled : sections) {
            Section section = filled.section();
            ObjectKey key = new ObjectKey(section.type().orElse(""), section.name());
            Map<String, List<String>> options =
                    values.computeIfAbsent(new Place(filled.role(), key), place -> new LinkedHashMap<>());
            for (Option option : section.options()) {
                options.computeIfAbsent(lower(option.name()), name -> new ArrayList<>())
                        .add(option.value());
            }
        }
        return values;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<String> at(Map<Place, Map<String, List<String>>> side, Place place, String name) {
        return side.getOrDefault(place, Map.of()).getOrDefault(name, List.of());
    }

    /** The last one wins. */
    private Optional<List<String>> override(String role, String name) {
        return overrides.stream()
                .filter(own -> own.section().equals(role) && lower(own.option()).equals(name))
                .reduce((first, second) -> second)
                .map(OptionOverride::values);
    }

    private static List<String> shown(Place place, String name, List<String> values) {
        Section section = Section.of(place.section().name(), place.section().type(), List.of());
        return values.stream()
                .map(value -> SecretMask.of(section, new Option(name, value)).value())
                .toList();
    }
}
