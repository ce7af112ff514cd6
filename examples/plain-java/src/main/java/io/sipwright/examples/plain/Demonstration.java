package io.sipwright.examples.plain;

import io.sipwright.render.Renderer;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.OfflineOverlay;
import io.sipwright.testkit.RegisterResult;
import io.sipwright.testkit.SipPhone;
import io.sipwright.user.SipUser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Starts a real Asterisk of its own on the files that were written, and registers a phone. */
final class Demonstration {

    private static final Pattern ENDPOINT = Pattern.compile("(?m)^ *Endpoint: +([^\\s/<]+)");

    private final PrintStream out;
    private final AsteriskInstallation installation;
    private final Path directory;

    Demonstration(PrintStream out, AsteriskInstallation installation, Path directory) {
        this.out = out;
        this.installation = installation;
        this.directory = directory;
    }

    /** Whether everything worked. */
    boolean run(List<SipUser> users) throws IOException {
        String trunksFile = Files.readString(directory.resolve(Renderer.TRUNKS_FILE));
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                .file(Renderer.TRUNKS_FILE, trunksFile)
                .file(Renderer.USERS_FILE, Files.readString(directory.resolve(Renderer.USERS_FILE)))
                .file(OfflineOverlay.FILE, OfflineOverlay.forTrunks(trunksFile))
                .start()) {
            out.println("Asterisk " + installation.version() + " was started on these files, without a way out to any"
                    + " carrier. It runs these endpoints:");
            endpoints(asterisk).forEach(name -> out.println("  " + name));
            asterisk.complaints().forEach(line -> out.println("  It complains: " + line));
            return register(asterisk, users) && asterisk.complaints().isEmpty();
        }
    }

    private static TreeSet<String> endpoints(AsteriskServer asterisk) {
        return ENDPOINT.matcher(asterisk.cli("pjsip show endpoints"))
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceFirst("^ *Endpoint: +", ""))
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    private boolean register(AsteriskServer asterisk, List<SipUser> users) {
        Optional<SipUser> found = users.stream()
                .filter(SipUser::active)
                .filter(user -> !user.template().equals("webrtc_user"))
                .findFirst();
        if (found.isEmpty()) {
            return true;
        }
        SipUser user = found.get();
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user.name())
                .password(user.spec().fields().text("secret").orElse(""))
                .build()) {
            RegisterResult result = phone.register();
            out.println();
            out.println("A phone registers as " + user.name() + ": " + result.status() + " " + result.reason()
                    + result.algorithm()
                            .map(algorithm -> ", digest " + algorithm)
                            .orElse(""));
            return result.isRegistered();
        }
    }
}
