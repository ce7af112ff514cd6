package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import java.util.function.Predicate;

/** One reload, or one look, over a connection that is there. */
final class ReloadCall {
    private final AmiSettings settings;
    private final AmiSession session;
    private final Difference difference;

    ReloadCall(AmiSettings settings, AmiSession session, ReloadRequest request) {
        this.settings = settings;
        this.session = session;
        this.difference = Difference.of(request);
    }

    /** A response time-out, and three reload time-outs at most. */
    ReloadOutcome reload() throws AmiException {
        Departures.end(session, difference.removed(), Deadline.in(settings.responseTimeout()));
        new ReloadCommand(settings, session, Deadline.in(settings.reloadTimeout())).run();
        if (!settings.verification()) {
            finish(key -> false);
            return new ReloadOutcome.Accepted();
        }
        Looking looking = looking();
        ReloadOutcome outcome = looking.look();
        finish(looking.findings()::isBad);
        return outcome;
    }

    private void finish(Predicate<ObjectKey> isBad) throws AmiException {
        new Aftermath(session, difference, isBad, Deadline.in(settings.reloadTimeout())).run();
    }

    ReloadOutcome verify() throws AmiException {
        return looking().look();
    }

    private Looking looking() {
        return new Looking(session, difference, Deadline.in(settings.reloadTimeout()));
    }
}
