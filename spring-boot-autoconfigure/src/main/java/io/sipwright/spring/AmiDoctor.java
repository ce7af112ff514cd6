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

/** Has the doctor of the AMI module look at each node. */
final class AmiDoctor implements SipwrightDoctor {

    private final List<Node> nodes;
    private final AsteriskVersion version;
    /** One examination at a time: however often it is asked for, each Asterisk sees one connection more at most. */
    private final ReentrantLock one = new ReentrantLock();

    AmiDoctor(SipwrightNodes nodes, AsteriskVersion version) {
        this.nodes =
                nodes.nodes().stream().sorted(Comparator.comparing(Node::name)).toList();
        this.version = version;
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
        Doctor.Builder builder = Doctor.builder().asteriskVersion(version);
        boolean known = false;
        if (node.reloader() instanceof AmiReloader ami) {
            builder.ami(ami);
            known = true;
        }
        if (node.target() instanceof ConfigFiles files) {
            builder.files(files);
            known = true;
        }
        return known ? examine(builder.build()) : List.of(nothingKnown(node));
    }

    private List<Finding> examine(Doctor doctor) {
        one.lock();
        try {
            return doctor.examine().stream().map(AmiDoctor::finding).toList();
        } finally {
            one.unlock();
        }
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
