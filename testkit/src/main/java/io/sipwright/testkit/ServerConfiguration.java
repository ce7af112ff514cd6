package io.sipwright.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configuration files of a test server, as far as its builder does not bring its own. */
final class ServerConfiguration {
    /** Wanted by one module or another; a missing file is a warning in the log, an empty one is not. */
    private static final List<String> EMPTY = List.of(
            "acl.conf",
            "ccss.conf",
            "cdr.conf",
            "cel.conf",
            "codecs.conf",
            "features.conf",
            "pjproject.conf",
            "pjsip_trunks.conf",
            "pjsip_users.conf",
            "rtp.conf",
            "sorcery.conf",
            "stasis.conf",
            "udptl.conf");

    private ServerConfiguration() {}

    static Map<String, String> files(
            AsteriskInstallation installation,
            ServerHome home,
            ServerPorts ports,
            List<String> moreModules,
            String amiUser,
            String amiSecret) {
        Map<String, String> files = new LinkedHashMap<>();
        EMPTY.forEach(name -> files.put(name, ""));
        files.put("asterisk.conf", asterisk(installation, home));
        files.put("modules.conf", ServerModules.configuration(installation.modules(), moreModules));
        files.put("logger.conf", "[general]\ndateformat = %F %T.%3q\n[logfiles]\nmessages = notice,warning,error\n");
        files.put("indications.conf", INDICATIONS);
        files.put("manager.conf", manager(ports, amiUser, amiSecret));
        files.put("http.conf", http(home, ports));
        files.put("pjsip.conf", pjsip(home, ports));
        files.put("extensions.conf", EXTENSIONS);
        return files;
    }

    private static String asterisk(AsteriskInstallation installation, ServerHome home) {
        return """
            [directories]
            astetcdir = %1$s/etc
            astrundir = %1$s/run
            astlogdir = %1$s/log
            astvarlibdir = %1$s/lib
            astkeydir = %1$s/lib
            astagidir = %1$s/lib
            astspooldir = %1$s/spool
            astdbdir = %1$s/db
            astmoddir = %2$s
            astdatadir = %3$s
            """.formatted(home.directory(), installation.modules(), installation.data());
    }

    private static String manager(ServerPorts ports, String user, String secret) {
        return """
            [general]
            enabled = yes
            bindaddr = %s
            port = %d
            [%s]
            secret = %s
            read = all
            write = all
            #tryinclude manager_users.conf
            """.formatted(ServerPorts.HOST, ports.ami(), user, secret);
    }

    /** The WebSocket transports have no listener of their own: they are served by this one. */
    private static String http(ServerHome home, ServerPorts ports) {
        return """
            [general]
            enabled = yes
            bindaddr = %1$s
            bindport = %2$d
            tlsenable = yes
            tlsbindaddr = %1$s:%3$d
            tlscertfile = %4$s
            tlsprivatekey = %5$s
            """.formatted(ServerPorts.HOST, ports.http(), ports.https(), home.certificate(), home.privateKey());
    }

    private static String pjsip(ServerHome home, ServerPorts ports) {
        return """
            [transport-udp]
            type = transport
            protocol = udp
            bind = %1$s:%2$d

            [transport-tcp]
            type = transport
            protocol = tcp
            bind = %1$s:%3$d

            [transport-tls]
            type = transport
            protocol = tls
            bind = %1$s:%4$d
            cert_file = %7$s
            priv_key_file = %8$s
            ca_list_file = %7$s
            method = tlsv1_2

            [transport-ws]
            type = transport
            protocol = ws
            bind = %1$s:%5$d

            [transport-wss]
            type = transport
            protocol = wss
            bind = %1$s:%6$d

            #include pjsip_trunks.conf
            #include pjsip_users.conf
            #tryinclude pjsip_more.conf
            """.formatted(
                        ServerPorts.HOST,
                        ports.udp(),
                        ports.tcp(),
                        ports.tls(),
                        ports.http(),
                        ports.https(),
                        home.certificate(),
                        home.privateKey());
    }

    private static final String INDICATIONS = """
        [general]
        country = us
        [us]
        description = United States
        ringcadence = 2000,4000
        dial = 350+440
        busy = 480+620/500,0/500
        ring = 440+480/2000,0/4000
        """;

    private static final String EXTENSIONS = """
        [answering]
        exten = _[+0-9a-zA-Z]!,1,Answer()
         same = n,Wait(30)
         same = n,Hangup()

        [default]
        include = answering

        [from-internal]
        include = answering

        [from-trunk]
        include = answering

        #tryinclude extensions_more.conf
        """;
}
