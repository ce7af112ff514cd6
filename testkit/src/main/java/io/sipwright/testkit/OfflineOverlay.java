package io.sipwright.testkit;

import io.sipwright.pjsip.PjsipDocument;
import io.sipwright.pjsip.PjsipParser;
import io.sipwright.pjsip.Section;

/**
 * Keeps a test server from calling carriers. Rendered trunks register with real hosts and ask them for their state; the
 * overlay appends to each of their sections what makes Asterisk wait for weeks with the first and leave out the second,
 * so that no packet and no DNS query leaves the machine. Everything else is loaded as rendered.
 */
public final class OfflineOverlay {

    /** Name under which a test server reads the overlay. */
    public static final String FILE = "pjsip_more.conf";

    /** Seconds out of which Asterisk draws the delay of the first registration: more than a hundred years. */
    private static final long DELAY = 4_000_000_000L;

    private OfflineOverlay() {}

    /** The overlay for rendered trunks, to be written as {@value #FILE}. */
    public static String forTrunks(String trunksFile) {
        return forTrunks(
                PjsipParser.create().parse("pjsip_trunks.conf", trunksFile).document());
    }

    private static String forTrunks(PjsipDocument trunks) {
        StringBuilder overlay = new StringBuilder();
        for (Section section : trunks.sections()) {
            switch (section.type().orElse("")) {
                case "registration" -> append(overlay, section, "max_random_initial_delay=" + DELAY);
                case "aor" -> append(overlay, section, "qualify_frequency=0");
                default -> {
                    // sends nothing by itself
                }
            }
        }
        return overlay.toString();
    }

    private static void append(StringBuilder overlay, Section section, String option) {
        overlay.append('[')
                .append(section.name())
                .append("](+type=")
                .append(section.type().orElse(""))
                .append(")\n")
                .append(option)
                .append('\n');
    }
}
