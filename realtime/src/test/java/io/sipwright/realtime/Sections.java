package io.sipwright.realtime;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.List;

/** Sections and objects made by hand. */
final class Sections {

    private Sections() {}

    /** @param options names and values by turns */
    static Section section(String name, String type, String... options) {
        List<Option> made = new ArrayList<>();
        for (int i = 0; i < options.length; i += 2) {
            made.add(new Option(options[i], options[i + 1]));
        }
        return Section.of(name, type, made);
    }

    /** A user with the password given. */
    static ObjectRows user(String name, String password) {
        return new ObjectRows(
                name,
                List.of(
                        section(name, "auth", "auth_type", "userpass", "username", name, "password", password),
                        section(name, "aor", "max_contacts", "1"),
                        section(name, "endpoint", "auth", name, "aors", name, "callerid", "\"" + name + "\" <1>")));
    }

    static ObjectRows gone(String name) {
        return new ObjectRows(name, List.of());
    }
}
