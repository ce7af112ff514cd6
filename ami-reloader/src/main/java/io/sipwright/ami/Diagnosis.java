package io.sipwright.ami;

import io.sipwright.ami.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found. */
final class Diagnosis {
    private final List<Finding> findings = new ArrayList<>();

    void error(String code, String problem, String remedy) {
        findings.add(new Finding(Severity.ERROR, code, problem, remedy));
    }

    void warning(String code, String problem, String remedy) {
        findings.add(new Finding(Severity.WARNING, code, problem, remedy));
    }

    void advice(String code, String problem, String remedy) {
        findings.add(new Finding(Severity.ADVICE, code, problem, remedy));
    }

    /** The worst first, otherwise in the order in which it was looked. */
    List<Finding> findings() {
        return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}
