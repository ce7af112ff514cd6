package io.sipwright.realtime;

import io.sipwright.realtime.RealtimeFinding.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found on one node, or in the database. */
final class Examined {

    private final Set<RealtimeFinding> findings;
    private final String node;

    private Examined(Set<RealtimeFinding> findings, String node) {
        this.findings = findings;
        this.node = node;
    }

    static Examined database() {
        return new Examined(new LinkedHashSet<>(), "");
    }

    /** The same collection, for what is found on a node. */
    Examined on(String name) {
        return new Examined(findings, name);
    }

    void error(String code, String problem, String remedy) {
        findings.add(new RealtimeFinding(Severity.ERROR, node, code, problem, remedy));
    }

    void warning(String code, String problem, String remedy) {
        findings.add(new RealtimeFinding(Severity.WARNING, node, code, problem, remedy));
    }

    void advice(String code, String problem, String remedy) {
        findings.add(new RealtimeFinding(Severity.ADVICE, node, code, problem, remedy));
    }

    /** What a call to the database has come to. */
    void failed(RealtimeException trouble) {
        Examined everywhere = on("");
        switch (trouble.reason()) {
            case UNREACHABLE ->
                everywhere.error(
                        "database-unreachable",
                        "The database can't be reached from here: " + trouble.getMessage(),
                        "See that it runs, and that the data source leads to it.");
            case NOT_PREPARED ->
                everywhere.error("table-missing", String.valueOf(trouble.getMessage()), TablesCheck.REMEDY);
            default ->
                everywhere.error(
                        "database-refuses",
                        "The database does not let rows be written: " + trouble.getMessage(),
                        "Give the user of the data source SELECT, INSERT, UPDATE and DELETE on all tables.");
        }
    }

    /** The worst first, otherwise in the order in which it was looked. */
    List<RealtimeFinding> findings() {
        return findings.stream()
                .sorted(Comparator.comparing(RealtimeFinding::severity))
                .toList();
    }
}
