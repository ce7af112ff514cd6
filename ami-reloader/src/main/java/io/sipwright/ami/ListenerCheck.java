package io.sipwright.ami;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Whether others can listen to the manager interface: passwords of all objects go over it. */
final class ListenerCheck {
    private static final Set<String> YES = Set.of("yes", "true", "y", "t", "1", "on");

    private ListenerCheck() {}

    static void ofClient(AmiSettings settings, Diagnosis diagnosis) {
        if (settings.tls() == null && !isLoopback(settings.host())) {
            diagnosis.error(
                    "ami-plain",
                    "The connection to " + settings.place() + " leaves this machine without TLS, and passwords of all"
                            + " objects go over it",
                    "Set 'tlsenable = yes' with a certificate in manager.conf, and use tls(...) of the reloader; or go"
                            + " through a tunnel.");
        }
    }

    static void ofServer(AsteriskAsked asked, Diagnosis diagnosis) throws AmiException {
        if (!asked.canReadConfig()) {
            diagnosis.advice(
                    "listener-unknown",
                    "It cannot be seen at which address the manager interface listens",
                    "See in manager.conf that 'bindaddr' is 127.0.0.1; or give the account 'reporting', and load"
                            + " func_config.so.");
            return;
        }
        String address = value(asked, "bindaddr");
        // Without one it listens everywhere.
        if (address.isEmpty() || !isLoopback(address)) {
            String where = address.isEmpty() ? "all addresses, for there is no bindaddr" : address;
            diagnosis.warning(
                    "ami-exposed",
                    "The manager interface listens without TLS at " + where,
                    "Set 'bindaddr = 127.0.0.1' in manager.conf, and 'tlsenable = yes' with 'tlsbindaddr' for other"
                            + " machines.");
        }
    }

    private static String value(AsteriskAsked asked, String option) throws AmiException {
        String value = asked.config("manager.conf", "general", option);
        return value == null ? "" : value;
    }

    static boolean isYes(String value) {
        return YES.contains(value.toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
