package io.sipwright.realtime;

import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import java.util.Optional;

/**
 * A row of ours, as it stands now.
 *
 * @param key of the object that Asterisk makes of it
 * @param owner name of the trunk or user that it belongs to
 * @param section what it says now, passwords included; empty if someone has deleted it
 * @param asWritten whether it says what we wrote
 */
record StandingRow(ObjectKey key, String owner, Optional<Section> section, boolean asWritten) {

    /** Says nothing of what the row holds. */
    @Override
    public String toString() {
        return key + " of " + owner + (section.isEmpty() ? ", deleted" : asWritten ? "" : ", edited");
    }
}
