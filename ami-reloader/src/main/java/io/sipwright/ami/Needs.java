package io.sipwright.ami;

import io.sipwright.pjsip.Section;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What our objects name, and someone else has to provide. */
final class Needs {
    private static final Pattern URI_HOST =
            Pattern.compile("(?i)<?sips?:(?:[^@;>]*@)?([^:;>\\[\\]\\s]+|\\[[^\\]]*\\])");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+(/[0-9.]+)?|.*:.*|\\[.*");

    /** Each with an object that names it. */
    final Map<String, String> transports = new TreeMap<>();

    final Map<String, String> contexts = new TreeMap<>();
    final Map<String, String> hosts = new TreeMap<>();
    /** Names in identify sections: for these Asterisk waits in each reload. */
    final Set<String> identifyHosts = new TreeSet<>();

    final Set<String> codecs = new TreeSet<>();
    final Set<String> types = new TreeSet<>();

    Needs(Collection<String> contexts, Collection<String> hosts) {
        contexts.forEach(name -> this.contexts.put(name, "the settings"));
        hosts.forEach(name -> this.hosts.put(name, "the settings"));
    }

    void add(Section section) {
        String type = section.type().orElse("");
        String by = type + " " + section.name();
        types.add(type);
        section.first("transport").ifPresent(name -> transports.putIfAbsent(name, by));
        switch (type) {
            case Types.ENDPOINT -> endpoint(section, by);
            case Types.REGISTRATION -> {
                section.all("server_uri").forEach(uri -> uri(uri, by));
                section.all("outbound_proxy").forEach(uri -> uri(uri, by));
            }
            case Types.AOR -> section.all("contact").forEach(uris -> each(uris).forEach(uri -> uri(uri, by)));
            case Types.IDENTIFY ->
                section.all("match")
                        .forEach(list -> each(list).forEach(name -> {
                            if (host(name, by)) {
                                identifyHosts.add(name.toLowerCase(Locale.ROOT));
                            }
                        }));
            default -> {
                // names nothing
            }
        }
    }

    private void endpoint(Section section, String by) {
        section.first("context").ifPresent(name -> contexts.putIfAbsent(name, by));
        section.all("outbound_proxy").forEach(uri -> uri(uri, by));
        section.all("allow")
                .forEach(list -> each(list).forEach(codec -> {
                    if (!codec.startsWith("!") && !codec.equals("all")) {
                        codecs.add(codec.replaceFirst(":.*", "").toLowerCase(Locale.ROOT));
                    }
                }));
    }

    private static List<String> each(String list) {
        return Arrays.stream(list.split("[,|]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void uri(String uri, String by) {
        Matcher matcher = URI_HOST.matcher(uri);
        if (matcher.lookingAt()) {
            host(matcher.group(1), by);
        }
    }

    private boolean host(String name, String by) {
        if (ADDRESS.matcher(name).matches()) {
            return false;
        }
        hosts.putIfAbsent(name.toLowerCase(Locale.ROOT), by);
        return true;
    }
}
