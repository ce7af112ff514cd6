package io.sipwright.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What adopting a database means, or has meant.
 *
 * @param users rows of SIP users that are not adopted yet, or were adopted just now
 * @param trunks rows of trunks that are not adopted yet, or were adopted just now
 * @param plainSecrets how many passwords among them stand as plain text, or did
 * @param findings what was noticed; those that block come first
 */
public record AdoptionReport(int users, int trunks, int plainSecrets, List<AdoptionFinding> findings) {

    public AdoptionReport {
        findings = List.copyOf(findings);
    }

    /** Whether something must be mended first. */
    public boolean isBlocked() {
        return findings.stream().anyMatch(AdoptionFinding::blocks);
    }

    /** A text for people: what there is, and each finding on a line of its own. */
    @Override
    public String toString() {
        return users + " SIP users and " + trunks + " trunks, " + plainSecrets + " passwords in plain text"
                + findings.stream().map(finding -> "\n  " + finding).collect(Collectors.joining());
    }
}
