package io.sipwright.imports;

import io.sipwright.pjsip.Section;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration on a machine that calls nobody: transports listen on free ports of 127.0.0.1, keys are those of the
 * test server, no registration begins and no contact is asked for its state. Everything else is loaded as it is.
 */
record QuietConfiguration(ConfigurationDirectory directory) {

    /** What is set to another value here, by the type of the object. */
    static final Map<String, String> CHANGED =
            Map.of("registration", "max_random_initial_delay", "aor", "qualify_frequency");

    private static final Map<String, String> QUIET = Map.of("registration", "4000000000", "aor", "0");
    private static final Pattern BIND = Pattern.compile("(?mi)^([ \\t]*bind[ \\t]*=>?)[^\\r\\n]*");

    AsteriskServer start(AsteriskInstallation installation) {
        AsteriskServer.Builder builder = AsteriskServer.builder(installation);
        Map<String, String> files = new LinkedHashMap<>(directory.files());
        files.merge(ConfigurationDirectory.MAIN, objects(), QuietConfiguration::append);
        if (directory.has(ConfigurationDirectory.WIZARD)) {
            files.merge(ConfigurationDirectory.WIZARD, wizards(), QuietConfiguration::append);
            builder.module("res_pjsip_config_wizard.so");
        }
        if (directory.has("phoneprov.conf")) {
            builder.file("users.conf", "");
            builder.module("res_phoneprov.so").module("res_pjsip_phoneprov_provider.so");
        }
        files.forEach((name, content) -> builder.file(name, local(content)));
        return builder.start();
    }

    private static String append(String text, String more) {
        return text + "\n" + more;
    }

    private String objects() {
        StringBuilder overlay = new StringBuilder();
        for (Section section :
                directory.parse(ConfigurationDirectory.MAIN).document().sections()) {
            String type = section.type().orElse("");
            if (CHANGED.containsKey(type)) {
                change(overlay, section.name(), type, CHANGED.get(type) + "=" + QUIET.get(type));
            }
        }
        return overlay.toString();
    }

    private String wizards() {
        StringBuilder overlay = new StringBuilder();
        for (Section section :
                directory.parse(ConfigurationDirectory.WIZARD).document().sections()) {
            if (Wizard.is(section)) {
                CHANGED.forEach((type, option) ->
                        change(overlay, section.name(), "wizard", type + "/" + option + "=" + QUIET.get(type)));
            }
        }
        return overlay.toString();
    }

    private static void change(StringBuilder overlay, String section, String type, String line) {
        List.of("[" + section.replace(";", "\\;") + "](+type=" + type + ")", line)
                .forEach(text -> overlay.append(text).append('\n'));
    }

    private static String local(String content) {
        Matcher binds = BIND.matcher(content);
        StringBuilder text = new StringBuilder();
        while (binds.find()) {
            binds.appendReplacement(text, Matcher.quoteReplacement(binds.group(1) + "127.0.0.1:" + freePort()));
        }
        return binds.appendTail(text).toString().replace("/etc/asterisk/keys/", "lib/");
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port", e);
        }
    }
}
