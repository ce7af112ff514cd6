package io.sipwright.apply;

import io.sipwright.apply.Plan.OptionChange;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.render.SecretMask;
import io.sipwright.render.Stamps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** In which options two versions of an object differ. */
final class OptionChanges {

    private OptionChanges() {}

    /** Those that differ, by name; without the stamp, which only says that something else has changed. */
    static List<OptionChange> between(@Nullable Section before, Section after) {
        Map<String, List<String>> old = before == null ? Map.of() : values(before);
        Map<String, List<String>> wanted = values(after);
        Map<String, List<String>> names = new TreeMap<>(old);
        names.putAll(wanted);
        names.remove(Stamps.OPTION);
        return names.keySet().stream()
                .filter(name -> !Objects.equals(old.get(name), wanted.get(name)))
                .map(name -> new OptionChange(
                        name,
                        shown(after, name, old.getOrDefault(name, List.of())),
                        shown(after, name, wanted.getOrDefault(name, List.of()))))
                .toList();
    }

    private static Map<String, List<String>> values(Section section) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        section.options()
                .forEach(option -> values.computeIfAbsent(option.name(), name -> new ArrayList<>())
                        .add(option.value()));
        return values;
    }

    private static List<String> shown(Section section, String option, List<String> values) {
        return values.stream()
                .map(value -> SecretMask.of(section, new Option(option, value)).value())
                .toList();
    }
}
