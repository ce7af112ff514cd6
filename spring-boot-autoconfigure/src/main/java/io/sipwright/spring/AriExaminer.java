package io.sipwright.spring;

import io.sipwright.apply.Node;
import io.sipwright.ari.AriFinding;
import io.sipwright.ari.AriOverlay;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightDoctor.Finding;
import io.sipwright.spring.SipwrightDoctor.Severity;
import io.sipwright.target.ConfigFiles;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Has an overlay say what keeps it from working. */
final class AriExaminer implements NodeExaminer {

    @Override
    public Optional<List<Finding>> examine(Node node) {
        Reloader reloader = node.reloader() instanceof AriOverlaid overlaid ? overlaid.overlay() : node.reloader();
        return reloader instanceof AriOverlay overlay
                ? Optional.of(findings(overlay, node).stream()
                        .map(AriExaminer::finding)
                        .toList())
                : Optional.empty();
    }

    /** Our files may be in a directory of their own, where Asterisk has no others. */
    private static List<AriFinding> findings(AriOverlay overlay, Node node) {
        return node.target() instanceof ConfigFiles files
                        && Files.exists(files.directory().resolve("pjsip.conf"))
                ? overlay.check(files.directory())
                : overlay.check();
    }

    /** Without the overlay all goes on, with more reloads. */
    private static Finding finding(AriFinding found) {
        Severity severity = found.code().equals("not-readable") ? Severity.ADVICE : Severity.WARNING;
        return new Finding(severity, found.code(), found.problem(), found.remedy());
    }
}
