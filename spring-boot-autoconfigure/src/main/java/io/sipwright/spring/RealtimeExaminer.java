package io.sipwright.spring;

import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.Node;
import io.sipwright.realtime.RealtimeDoctor;
import io.sipwright.realtime.RealtimeFinding;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.spring.SipwrightDoctor.Finding;
import io.sipwright.spring.SipwrightDoctor.Severity;
import java.util.List;
import java.util.Optional;

/** Says what keeps an Asterisk from reading rows. */
final class RealtimeExaminer implements NodeExaminer {

    @Override
    public Optional<List<Finding>> examine(Node node) {
        return node.target() instanceof RealtimeTarget rows && node.reloader() instanceof AmiReloader ami
                ? Optional.of(RealtimeDoctor.builder(rows).node(node.name(), ami).build().examine().stream()
                        .map(RealtimeExaminer::finding)
                        .toList())
                : Optional.empty();
    }

    private static Finding finding(RealtimeFinding found) {
        Severity severity = switch (found.severity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case ADVICE -> Severity.ADVICE;
        };
        return new Finding(severity, found.code(), found.problem(), found.remedy());
    }
}
