package io.sipwright.spring;

import io.sipwright.ami.AmiReloader;
import io.sipwright.ami.Doctor;
import io.sipwright.apply.Node;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.target.ConfigFiles;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Has the doctor of the AMI module look at each node, and then those who know more. */
final class AmiDoctor implements SipwrightDoctor {

    private final List<Node> nodes;
    private final AsteriskVersion version;
    private final List<NodeExaminer> examiners;
    /** One examination at a time: however often it is asked for, each Asterisk sees one connection more at most. */
    private final ReentrantLock one = new ReentrantLock();

    AmiDoctor(SipwrightNodes nodes, AsteriskVersion version, List<NodeExaminer> examiners) {
        this.nodes =
                nodes.nodes().stream().sorted(Comparator.comparing(Node::name)).toList();
        this.version = version;
        this.examiners = examiners;
    }

    @Override
    public Map<String, List<Finding>> examine() {
        Map<String, List<Finding>> all = new LinkedHashMap<>();
        nodes.forEach(node -> all.put(node.name(), examine(node)));
        return all;
    }

    @Override
    public Optional<List<Finding>> examine(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .map(this::examine);
    }

    private List<Finding> examine(Node node) {
        one.lock();
        try {
            List<List<Finding>> known = Stream.concat(
                            ofAmi(node).stream(),
                            examiners.stream().flatMap(examiner -> examiner.examine(node).stream()))
                    .toList();
            return known.isEmpty()
                    ? List.of(nothingKnown(node))
                    : known.stream()
                            .flatMap(List::stream)
                            .sorted(Comparator.comparing(Finding::severity))
                            .toList();
        } finally {
            one.unlock();
        }
    }

    private Optional<List<Finding>> ofAmi(Node node) {
        Doctor.Builder builder = Doctor.builder().asteriskVersion(version);
        boolean known = false;
        if (Overlaid.innermost(node.reloader()) instanceof AmiReloader ami) {
            builder.ami(ami);
            known = true;
        }
        if (node.target() instanceof ConfigFiles files) {
            builder.files(files);
            known = true;
        }
        return known
                ? Optional.of(builder.build().examine().stream()
                        .map(AmiDoctor::finding)
                        .toList())
                : Optional.empty();
    }

    /** Nothing found must not look like nothing wrong. */
    private static Finding nothingKnown(Node node) {
        return new Finding(
                Severity.ADVICE,
                "not-examined",
                "Node " + node.name() + " has a target and a reloader that the doctor does not know",
                "Define a bean of type SipwrightDoctor that does");
    }

    private static Finding finding(io.sipwright.ami.Finding found) {
        Severity severity = switch (found.severity()) {
            case ERROR -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case ADVICE -> Severity.ADVICE;
        };
        return new Finding(severity, found.code(), found.problem(), found.remedy());
    }
}
