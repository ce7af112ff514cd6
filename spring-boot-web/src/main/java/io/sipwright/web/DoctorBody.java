package io.sipwright.web;

import io.sipwright.spring.SipwrightDoctor;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a doctor has found.
 *
 * @param success whether everything could be examined
 * @param healthy whether nothing was found that is an error
 */
record DoctorBody(boolean success, boolean healthy, List<Report> nodes) implements ApiBody {

    /** Findings at one node, the worst first. */
    record Report(String node, List<Found> findings) {}

    /**
     * Something that is wrong.
     *
     * @param severity in lower case
     */
    record Found(String severity, String code, String problem, String remedy) {

        private static Found of(SipwrightDoctor.Finding finding) {
            String severity = finding.severity().toString().toLowerCase(Locale.ROOT);
            return new Found(severity, finding.code(), finding.problem(), finding.remedy());
        }

        private boolean isError() {
            return severity.equals("error");
        }
    }

    static DoctorBody of(Map<String, List<SipwrightDoctor.Finding>> findings) {
        List<Report> reports = findings.entrySet().stream()
                .map(node -> new Report(
                        node.getKey(), node.getValue().stream().map(Found::of).toList()))
                .toList();
        boolean healthy =
                reports.stream().flatMap(report -> report.findings().stream()).noneMatch(Found::isError);
        return new DoctorBody(true, healthy, reports);
    }
}
