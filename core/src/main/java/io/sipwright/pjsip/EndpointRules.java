package io.sipwright.pjsip;

import java.util.List;

/** Rules between the options of an endpoint, for which Asterisk drops it. */
final class EndpointRules {

    private static final long DEFAULT_SESSION_EXPIRES = 1800;
    private static final long DEFAULT_MIN_SE = 90;
    private static final long LOWEST_RTP_PORT = 1024;

    private EndpointRules() {}

    static void check(Section section, List<SchemaProblem> problems) {
        if (number(section, "timers_min_se", DEFAULT_MIN_SE)
                > number(section, "timers_sess_expires", DEFAULT_SESSION_EXPIRES)) {
            problems.add(conflict(section, "timers_min_se", "must not be above timers_sess_expires"));
        }
        if (SectionRules.isYes(section, "dtls_auto_generate_cert")
                && !SectionRules.last(section, "dtls_cert_file").isEmpty()) {
            problems.add(conflict(section, "dtls_auto_generate_cert", "can't be combined with dtls_cert_file"));
        }
        if (SectionRules.isYes(section, "preferred_codec_only")
                && !SectionRules.last(section, "incoming_call_offer_pref").isEmpty()) {
            problems.add(conflict(section, "preferred_codec_only", "can't be combined with incoming_call_offer_pref"));
        }
        rtpPorts(section, problems);
    }

    private static void rtpPorts(Section section, List<SchemaProblem> problems) {
        long start = number(section, "rtp_port_start", 0);
        long end = number(section, "rtp_port_end", 0);
        boolean unset = start == 0 && end == 0;
        if (!unset && (start < LOWEST_RTP_PORT || end <= start)) {
            problems.add(conflict(
                    section, "rtp_port_start", "and rtp_port_end go together: from 1024 on, the end above the start"));
        }
    }

    private static long number(Section section, String option, long alternative) {
        String value = SectionRules.last(section, option);
        return value.matches("\\d{1,10}") ? Long.parseLong(value) : alternative;
    }

    private static SchemaProblem conflict(Section section, String option, String message) {
        return new SchemaProblem(section.name(), option, SchemaProblem.Kind.CONFLICT, message);
    }
}
