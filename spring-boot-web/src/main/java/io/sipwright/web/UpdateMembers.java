package io.sipwright.web;

import io.sipwright.template.OptionOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a request to change an object can say, whatever its kind. */
final class UpdateMembers {

    private UpdateMembers() {}

    /**
     * The members of a change.
     *
     * @param answered the object as it is answered now
     */
    static Members of(RequestObject request, Object answered) {
        ObjectNode json = request.json().deepCopy();
        // Who sends back what he was answered must not fix defaults that would follow other fields.
        if (json.get("defaulted") instanceof ArrayNode names) {
            ObjectNode present = ApiJson.MAPPER.valueToTree(answered);
            JsonNode stillDefaulted = present.path("defaulted");
            for (JsonNode name : names) {
                String member = name.asString("");
                if (contains(stillDefaulted, name) && json.path(member).equals(present.path(member))) {
                    json.remove(member);
                }
            }
        }
        return new Members(json, Wording.READ_ONLY);
    }

    private static boolean contains(JsonNode array, JsonNode wanted) {
        return array.values().stream().anyMatch(wanted::equals);
    }

    /** An object keeps its name: sections of other people's files may refer to it. */
    static void name(Members members, String member, String present) {
        if (members.has(member)) {
            boolean isNull = members.isNull(member);
            String given = members.text(member);
            if (isNull || (given != null && !given.equalsIgnoreCase(present))) {
                members.wrong(member, "name.fixed", "The name can't be changed.");
            }
        }
    }

    /** The template, which can't be taken away. */
    static String template(Members members, String member, String present) {
        if (members.isNull(member)) {
            members.take(member);
            members.wrong(member, "template.required", "The template is required.");
            return present;
        }
        String given = members.text(member);
        return given == null ? present : given;
    }

    /**
     * The overrides after a change.
     *
     * @param merge whether an option that is not named stays, and one that is null is no override any more
     */
    static OptionOverride[] overrides(Members members, List<OptionOverride> present, boolean merge) {
        boolean all = members.isNull("overrides");
        JsonNode given = members.peek("overrides");
        Set<String> dropped = given instanceof ObjectNode object && merge
                ? object.properties().stream()
                        .filter(member -> member.getValue().isNull())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())
                : Set.of();
        List<OptionOverride> named = members.overrides("overrides").stream()
                .filter(override -> !dropped.contains(override.path()))
                .toList();
        if (!merge || all) {
            return named.toArray(OptionOverride[]::new);
        }
        List<OptionOverride> after = new ArrayList<>(present);
        after.removeIf(override -> dropped.contains(override.path())
                || named.stream().anyMatch(other -> other.path().equals(override.path())));
        after.addAll(named);
        return after.toArray(OptionOverride[]::new);
    }
}
