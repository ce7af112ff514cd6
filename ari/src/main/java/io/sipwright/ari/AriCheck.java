package io.sipwright.ari;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for what keeps an overlay from working. */
final class AriCheck {

    private AriCheck() {}

    static List<AriFinding> all(AriSettings settings, AriLink link, Marker marker, Path directory) {
        List<AriFinding> findings = new ArrayList<>(live(settings, link, marker));
        findings.addAll(FileCheck.of(directory));
        return findings;
    }

    static List<AriFinding> live(AriSettings settings, AriLink link, Marker marker) {
        List<AriFinding> findings = new ArrayList<>();
        if (!"https".equals(settings.base().getScheme())
                && !isLoopback(settings.base().getHost())) {
            findings.add(new AriFinding(
                    "ari-plain",
                    "Passwords leave this machine without TLS, to " + settings.base() + ".",
                    "Use https, or Asterisk's loopback address."));
        }
        try {
            String version = link.version();
            if (!Release.isNewEnough(version)) {
                findings.add(new AriFinding(
                        "version-older",
                        "Asterisk " + version + " cannot change objects of files in memory.",
                        "Use Asterisk 22.6 or newer; until then it reloads for each change."));
                return findings;
            }
            boolean wasSet = !marker.look().isMissing();
            marker.set();
            if (!wasSet) {
                link.delete(Marker.KEY);
            }
        } catch (AriException e) {
            findings.add(new AriFinding(e.code(), "ARI cannot be used: " + e.reason() + ".", remedy(e.code())));
        }
        return findings;
    }

    private static String remedy(String code) {
        return switch (code) {
            case "ari-login" -> "Compare user and secret with ari.conf.";
            case "ari-off" -> "Enable ARI in ari.conf, and load res_ari_asterisk.so.";
            case "ari-read-only" -> "Set read_only=no for the user in ari.conf.";
            case "memory-missing" -> "Put the lines of the overlay into sorcery.conf, and restart Asterisk.";
            default -> "See that Asterisk runs, and that http.conf has it listen at this address.";
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
