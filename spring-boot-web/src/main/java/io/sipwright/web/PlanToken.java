package io.sipwright.web;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applied;
import io.sipwright.apply.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Plans of all nodes as one text, which any instance of the host understands. Their fingerprints may be shown. */
final class PlanToken {

    private PlanToken() {}

    static String of(List<Plan> plans) {
        String fingerprints = plans.stream().map(Plan::fingerprint).collect(Collectors.joining(" "));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(fingerprints.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }

    /**
     * Does what was planned.
     *
     * @throws PlanOutdatedException if that is not what there is to do now
     * @throws io.sipwright.apply.StalePlanException if something moves at this moment
     */
    static Applied apply(Sipwright sipwright, String token) {
        List<Plan> plans = sipwright.plan();
        if (!of(plans).equals(token)) {
            throw new PlanOutdatedException();
        }
        return sipwright.apply(plans);
    }
}
