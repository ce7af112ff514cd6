package io.sipwright;

import io.sipwright.template.ObjectSpec;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trunks and SIP users that are stored together, all or none. What has a new name is created, what has a known name is
 * replaced; objects that are not named stay as they are.
 *
 * @param trunks in the order in which violations count them
 * @param users in the order in which violations count them
 */
public record Batch(List<TrunkSpec> trunks, List<SipUserSpec> users) {

    static final String NAME_TWICE = "name.twice";

    public Batch {
        trunks = List.copyOf(trunks);
        users = List.copyOf(users);
    }

    /** Names that stand twice: the second would silently replace the first. */
    List<Violation> duplicates() {
        List<Violation> violations = new ArrayList<>();
        duplicates("trunks", trunks, violations);
        duplicates("users", users, violations);
        return violations;
    }

    private static void duplicates(String path, List<? extends ObjectSpec> specs, List<Violation> violations) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < specs.size(); i++) {
            String name = specs.get(i).name();
            Integer earlier = first.putIfAbsent(name.toLowerCase(Locale.ROOT), i);
            if (earlier != null) {
                violations.add(new Violation(
                        path + "[" + i + "].name",
                        NAME_TWICE,
                        "The same name as " + path + "[" + earlier + "].",
                        name));
            }
        }
    }
}
