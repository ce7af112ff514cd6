package io.sipwright.apply;

import io.sipwright.apply.Plan.Action;
import io.sipwright.apply.Plan.ObjectChange;
import io.sipwright.apply.Plan.OptionChange;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.render.Renderer;
import io.sipwright.render.SecretMask;
import io.sipwright.render.Stamps;
import io.sipwright.store.StoreView;
import io.sipwright.target.Target;
import io.sipwright.target.TargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Compares a state with what the files of a node hold. Not thread-safe. */
final class Planning {

    private final Map<ObjectKey, Section> present = new LinkedHashMap<>();
    private final List<ObjectChange> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Planning() {}

    static Plan plan(Node node, StoreView view, Renderer renderer) {
        Planning planning = new Planning();
        planning.read(node.target(), Renderer.TRUNKS_FILE);
        planning.read(node.target(), Renderer.USERS_FILE);
        Staging.trunks(view, renderer, planning::wanted);
        Staging.users(view, renderer, planning::wanted);
        return new Plan(node.name(), view.generation(), planning.all(), planning.notes);
    }

    private void read(Target target, String file) {
        Map<ObjectKey, Section> found = new LinkedHashMap<>();
        try {
            boolean known = target.read(file, element -> {
                if (element instanceof Section section) {
                    found.put(key(section), section);
                }
            });
            if (known) {
                present.putAll(found);
            } else {
                notes.add(file + " is not there yet; all of it is written");
            }
        } catch (PjsipSyntaxException | TargetException e) {
            notes.add(file + " can't be read (" + e.getMessage() + "); all of it is written anew");
        }
    }

    private static ObjectKey key(Section section) {
        return new ObjectKey(section.type().orElse(""), section.name());
    }

    private void wanted(PjsipElement element) {
        if (!(element instanceof Section after)) {
            return;
        }
        Section before = present.remove(key(after));
        if (before == null) {
            changes.add(new ObjectChange(key(after), Action.ADDED, differences(List.of(), options(after), after)));
        } else if (!before.options().equals(after.options())) {
            changes.add(
                    new ObjectChange(key(after), Action.CHANGED, differences(options(before), options(after), after)));
        }
    }

    private List<ObjectChange> all() {
        List<ObjectChange> all = new ArrayList<>();
        present.keySet().forEach(key -> all.add(new ObjectChange(key, Action.REMOVED, List.of())));
        all.addAll(changes);
        return all;
    }

    /** Without the stamp, which only says that something else has changed. */
    private static List<Option> options(Section section) {
        return section.options().stream()
                .filter(option -> !option.name().equals(Stamps.OPTION))
                .toList();
    }

    private static List<OptionChange> differences(List<Option> before, List<Option> after, Section section) {
        Map<String, List<String>> old = values(before);
        Map<String, List<String>> wanted = values(after);
        Map<String, List<String>> names = new TreeMap<>(old);
        names.putAll(wanted);
        return names.keySet().stream()
                .filter(name -> !Objects.equals(old.get(name), wanted.get(name)))
                .map(name -> new OptionChange(
                        name,
                        shown(section, name, old.getOrDefault(name, List.of())),
                        shown(section, name, wanted.getOrDefault(name, List.of()))))
                .toList();
    }

    private static Map<String, List<String>> values(List<Option> options) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        options.forEach(option ->
                values.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(option.value()));
        return values;
    }

    private static List<String> shown(Section section, String option, List<String> values) {
        return values.stream()
                .map(value -> SecretMask.of(section, new Option(option, value)).value())
                .toList();
    }
}
