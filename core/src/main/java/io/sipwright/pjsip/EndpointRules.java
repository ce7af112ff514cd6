package io.sipwright.pjsip;

import java.util.List;
import java.util.regex.Pattern;

/** Rules between the options of an endpoint, for which Asterisk drops it. */
final class EndpointRules {

    private static final long DEFAULT_SESSION_EXPIRES = 1800;
    private static final long DEFAULT_MIN_SE = 90;
    private static final long LOWEST_RTP_PORT = 1024;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    private EndpointRules() {}

    static void check(SectionOptions options, List<SchemaProblem> problems) {
        if (number(options, "timers_min_se", DEFAULT_MIN_SE)
                > number(options, "timers_sess_expires", DEFAULT_SESSION_EXPIRES)) {
            problems.add(options.conflict("timers_min_se", "must not be above timers_sess_expires"));
        }
        if (options.isYes("dtls_auto_generate_cert") && !options.isEmpty("dtls_cert_file")) {
            problems.add(options.conflict("dtls_auto_generate_cert", "can't be combined with dtls_cert_file"));
        }
        if (options.isYes("preferred_codec_only") && !options.isEmpty("incoming_call_offer_pref")) {
            problems.add(options.conflict("preferred_codec_only", "can't be combined with incoming_call_offer_pref"));
        }
        rtpPorts(options, problems);
    }

    private static void rtpPorts(SectionOptions options, List<SchemaProblem> problems) {
        long start = number(options, "rtp_port_start", 0);
        long end = number(options, "rtp_port_end", 0);
        boolean unset = start == 0 && end == 0;
        if (!unset && (start < LOWEST_RTP_PORT || end <= start)) {
            problems.add(options.conflict(
                    "rtp_port_start", "and rtp_port_end go together: from 1024 on, the end above the start"));
        }
    }

    private static long number(SectionOptions options, String option, long alternative) {
        String value = options.last(option);
        return NUMBER.matcher(value).matches() ? Long.parseLong(value) : alternative;
    }
}
