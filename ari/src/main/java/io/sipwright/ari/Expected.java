package io.sipwright.ari;

import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an auth has to be after it was put. ARI changes only the options that it is given, so that one which the section does
 * not have any more would stay, such as a password beside its digest.
 */
final class Expected {

    private static final String DIGEST = "password_digest";
    private static final String MD5 = "MD5:";

    private final Map<String, String> options = new HashMap<>();

    /** From its section, and the options of an auth with nothing but a user and a password. */
    Expected(Section section, Map<String, String> defaults) {
        options.putAll(defaults);
        options.put("username", "");
        options.put("password", "");
        Map<String, String> given = new HashMap<>();
        for (Option option : section.options()) {
            String name = option.name().toLowerCase(Locale.ROOT);
            if (name.equals(DIGEST)) {
                given.merge(name, option.value(), (all, next) -> all + "," + next);
                if (option.value().startsWith(MD5)) {
                    given.putIfAbsent("md5_cred", option.value().substring(MD5.length()));
                }
            } else if (!name.equals(Section.TYPE)) {
                given.put(name, option.value());
            }
        }
        options.putAll(given);
        options.keySet().removeIf(name -> name.startsWith("@") && !given.containsKey(name));
    }

    boolean isMetBy(AriReply reply) {
        return options.entrySet().stream()
                .allMatch(option -> reply.attribute(option.getKey()).equals(option.getValue()));
    }
}
