package io.sipwright.template;

import io.sipwright.template.FieldOrigin.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds where the values of an object's fields come from. */
final class FieldTracing {

    private final TemplateBody body;
    private final FieldValues given;
    private final Map<String, FieldValue> resolved;
    private final Function<String, @Nullable FieldValue> written;
    private final Map<String, String> chosenBy = new LinkedHashMap<>();

    FieldTracing(TemplateBody body, FieldResolver resolver, ObjectSpec spec) {
        this.body = body;
        given = spec.fields();
        resolved = resolver.resolve(spec);
        written = resolver.written(resolved)::get;
        for (TemplateField field : body.resolutionOrder()) {
            FieldValue value = resolved.get(field.name());
            if (value != null && field.choices().containsKey(value.text())) {
                String choice = field.name() + "=" + value.text();
                field.choices().get(value.text()).sets().keySet().forEach(set -> chosenBy.put(set, choice));
            }
        }
    }

    Map<String, FieldValue> resolved() {
        return resolved;
    }

    /** The values as they stand in options. */
    Function<String, @Nullable FieldValue> written() {
        return written;
    }

    /**
     * Where the values come from that some names stand for.
     *
     * @param each field whose items get a section each; null where there is none
     */
    List<FieldOrigin> origins(Collection<String> names, @Nullable String each) {
        Map<String, FieldOrigin> origins = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(names);
        for (int at = 0; at < open.size(); at++) { // grows by what defaults and intermediate texts depend on
            String name = each != null && open.get(at).equals(SectionTemplate.ITEM) ? each : open.get(at);
            List<TemplateBody.Alternative> let = body.lets().get(name);
            if (let != null) {
                open.addAll(dependencies(let, written));
            } else if (body.field(name) != null && !origins.containsKey(name)) {
                FieldOrigin origin = origin(name);
                origins.put(name, origin);
                if (origin.source() == Source.DEFAULT) {
                    open.addAll(dependencies(body.defaults().getOrDefault(name, List.of()), resolved::get));
                }
            }
        }
        return List.copyOf(origins.values());
    }

    /** What the first alternative that applies depends on, and those before it that do not apply. */
    private static List<String> dependencies(
            List<TemplateBody.Alternative> alternatives, Function<String, @Nullable FieldValue> fields) {
        List<String> names = new ArrayList<>();
        for (TemplateBody.Alternative alternative : alternatives) {
            alternative.when().terms().forEach(term -> names.add(term.field()));
            if (alternative.when().holds(fields)) {
                names.addAll(alternative.pattern().names());
                break;
            }
        }
        return names;
    }

    private FieldOrigin origin(String name) {
        FieldValue value = resolved.get(name);
        String shown = value == null ? "" : value.masked();
        if (given.get(name) != null) {
            return new FieldOrigin(name, shown, Source.GIVEN, "");
        }
        String choice = chosenBy.get(name);
        if (choice != null) {
            return new FieldOrigin(name, shown, Source.CHOICE, choice);
        }
        return value == null
                ? new FieldOrigin(name, "", Source.NONE, "")
                : new FieldOrigin(
                        name, shown, Source.DEFAULT, body.defaultOrigins().getOrDefault(name, ""));
    }
}
