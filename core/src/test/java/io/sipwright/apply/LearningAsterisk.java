package io.sipwright.apply;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import java.util.HashSet;
import java.util.Set;

/** An Asterisk that knows of rows what it was told, as one with a cache does, and whose answers are true. */
final class LearningAsterisk implements Reloader {

    private final FakeRows rows;
    private final Set<ObjectKey> known = new HashSet<>();
    private boolean answers = true;

    LearningAsterisk(FakeRows rows) {
        this.rows = rows;
    }

    void answers(boolean value) {
        answers = value;
    }

    Set<ObjectKey> known() {
        return known;
    }

    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        throw new UnsupportedOperationException("Rows need no reload");
    }

    @Override
    public ReloadOutcome refresh(ReloadRequest request) {
        if (!answers) {
            return FakeAsterisk.UNREACHABLE;
        }
        known.removeAll(request.removed());
        known.addAll(request.changed());
        boolean there = request.wanted().keys().stream().allMatch(rows.sections()::containsKey);
        boolean gone = request.removed().stream().noneMatch(rows.sections()::containsKey);
        return there && gone ? FakeAsterisk.VERIFIED : FakeAsterisk.missing("something");
    }

    @Override
    public String incarnation() {
        return "first";
    }
}
