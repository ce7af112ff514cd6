package io.sipwright.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order in which fields are resolved: a default after the fields it uses, a field after the choices that set it.
 * Independent of the order in which a form shows them.
 */
final class FieldOrder {

    private final Map<String, TemplateField> fields;
    private final Map<String, Set<String>> needs = new LinkedHashMap<>();
    private final List<TemplateField> order = new ArrayList<>();
    private final Set<String> cyclic = new TreeSet<>();

    FieldOrder(Map<String, TemplateField> fields, Map<String, List<TemplateBody.Alternative>> defaults) {
        this.fields = fields;
        fields.keySet().forEach(name -> needs.put(name, new LinkedHashSet<>()));
        defaults.forEach((name, alternatives) -> alternatives.forEach(alternative -> {
            need(name, alternative.when().fields());
            need(name, alternative.pattern().names());
        }));
        fields.forEach((name, field) -> field.choices()
                .values()
                .forEach(choice -> choice.sets().keySet().forEach(target -> need(target, Set.of(name)))));
        Set<String> done = new HashSet<>();
        fields.keySet().forEach(name -> visit(name, done, new HashSet<>()));
    }

    private void need(String field, Set<String> needed) {
        needs.computeIfAbsent(field, key -> new LinkedHashSet<>()).addAll(needed);
    }

    private void visit(String name, Set<String> done, Set<String> under) {
        TemplateField field = fields.get(name);
        if (field == null || done.contains(name)) {
            return;
        }
        if (!under.add(name)) {
            cyclic.add(name);
            return;
        }
        needs.getOrDefault(name, Set.of()).forEach(needed -> visit(needed, done, under));
        under.remove(name);
        if (done.add(name)) {
            order.add(field);
        }
    }

    List<TemplateField> order() {
        return order;
    }

    /** Fields whose default depends on itself. */
    Set<String> cyclic() {
        return cyclic;
    }
}
