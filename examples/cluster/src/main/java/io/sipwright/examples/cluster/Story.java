package io.sipwright.examples.cluster;

import java.util.List;

/** What can go wrong in a cluster, and heals. */
final class Story {

    private static final String BOTH = "asterisk-1: accepted, asterisk-2: accepted";
    private static final String NEITHER = "asterisk-1: refused with 401, asterisk-2: refused with 401";
    private static final String DONE = "host-\\d: done, generation \\d+";
    private static final String RUNNING =
            "host-\\d: asterisk-1 runs generation (\\d+) of \\1, asterisk-2 runs generation \\1 of \\1";

    static final List<Scene> SCENES = List.of(
            new Scene("create alice Wq4-rT8_mKx2", DONE),
            new Scene("register alice Wq4-rT8_mKx2", BOTH), // nothing was waited for
            new Scene("await", RUNNING),
            // An Asterisk is away, and knows all that has changed when it is back.
            new Scene("kill asterisk-2", ".*asterisk-2 is down.*"),
            new Scene("create bob Zn7-pL3_vHd9", DONE),
            new Scene("password alice Gc5-yB6_sJw1", DONE),
            new Scene("register bob Zn7-pL3_vHd9", "asterisk-1: accepted, asterisk-2: not answered"),
            new Scene("start asterisk-2", ".*asterisk-2 runs.*"),
            new Scene("await", RUNNING),
            new Scene("register bob Zn7-pL3_vHd9", BOTH),
            new Scene("register alice Wq4-rT8_mKx2", NEITHER), // the old password
            new Scene("register alice Gc5-yB6_sJw1", BOTH),
            // The host that looks after the Asterisks dies; the other one does.
            new Scene("kill host-1", ".*host-1 is down.*"),
            new Scene("create carol Tf8-kM2_qRz6", DONE),
            new Scene("register carol Tf8-kM2_qRz6", BOTH),
            new Scene("await", RUNNING),
            new Scene("start host-1", ".*host-1 runs.*"),
            // Now that one stands still, wakes up later, and does no harm.
            new Scene("pause host-2", ".*host-2 stands still"),
            new Scene("delete bob", DONE),
            new Scene("create dave Xh3-jN9_wPc4", DONE),
            new Scene("await", RUNNING),
            new Scene("resume host-2", ".*host-2 runs"),
            new Scene("register bob Zn7-pL3_vHd9", NEITHER),
            new Scene("register dave Xh3-jN9_wPc4", BOTH),
            // The database crashes: no change counts meanwhile, and what counted is not lost.
            new Scene("kill postgres", "postgres is down.*"),
            new Scene("create erin Lv6-dS1_tQy5", "host-\\d: refused: The database can't be reached.*"),
            new Scene("start postgres", "postgres runs.*"),
            new Scene("register dave Xh3-jN9_wPc4", BOTH),
            new Scene("create erin Lv6-dS1_tQy5", DONE),
            new Scene("register erin Lv6-dS1_tQy5", BOTH),
            new Scene("await", RUNNING));

    private Story() {}

    /**
     * One step.
     *
     * @param command what is typed
     * @param answer what comes of it, as a regular expression
     */
    record Scene(String command, String answer) {}
}
