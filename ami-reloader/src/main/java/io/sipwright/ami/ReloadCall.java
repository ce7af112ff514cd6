package io.sipwright.ami;

import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One reload, or one look, over a connection that is there. */
final class ReloadCall {
    /** New aors of which each would make Asterisk read all endpoints when its phone registers; one reload costs as much. */
    private static final int MANY_NEW = 20;

    private static final Set<String> CACHED = Set.of(Types.ENDPOINT, Types.AUTH, Types.AOR);

    private final AmiSettings settings;
    private final AmiSession session;
    private final Difference difference;

    ReloadCall(AmiSettings settings, AmiSession session, ReloadRequest request) {
        this.settings = settings;
        this.session = session;
        this.difference = Difference.of(request);
    }

    /**
     * Has Asterisk take notice of rows. It reads them by itself, but for registrations; it keeps what a memory cache holds; and
     * after many new users, each first REGISTER has it read all of them, unless it has reloaded.
     */
    ReloadOutcome refresh() throws AmiException {
        Departures.end(session, difference.removed(), Deadline.in(settings.responseTimeout()));
        Optional<String> module = moduleToReload();
        if (module.isPresent()) {
            new ReloadCommand(settings, session, module.get(), Deadline.in(settings.reloadTimeout())).run();
        }
        if (settings.memoryCache()) {
            expire();
        }
        return looked(true);
    }

    private Optional<String> moduleToReload() {
        long aors = difference.changed().stream()
                .filter(key -> key.type().equals(Types.AOR))
                .filter(key -> difference.request().running().find(key).isEmpty())
                .count();
        if (aors >= MANY_NEW) {
            return Optional.of(Actions.MODULE);
        }
        boolean registrations = Stream.of(difference.changed(), difference.removed())
                .flatMap(Set::stream)
                .anyMatch(key -> key.type().equals(Types.REGISTRATION));
        return registrations ? Optional.of(Actions.REGISTRATIONS) : Optional.empty();
    }

    /** What is not in the cache is refused, and that is as good. */
    private void expire() throws AmiException {
        List<AmiAction> actions = Stream.of(difference.changed(), difference.removed())
                .flatMap(Set::stream)
                .filter(key -> CACHED.contains(key.type()))
                .map(Actions::expire)
                .toList();
        session.sendAll(actions, Deadline.in(settings.reloadTimeout()));
    }

    /** A response time-out, and three reload time-outs at most. */
    ReloadOutcome reload() throws AmiException {
        Departures.end(session, difference.removed(), Deadline.in(settings.responseTimeout()));
        new ReloadCommand(settings, session, Actions.MODULE, Deadline.in(settings.reloadTimeout())).run();
        return looked(false);
    }

    private ReloadOutcome looked(boolean rows) throws AmiException {
        if (!settings.verification()) {
            finish(key -> false, rows);
            return new ReloadOutcome.Accepted();
        }
        Looking looking = looking(rows);
        ReloadOutcome outcome = looking.look();
        finish(looking.findings()::isBad, rows);
        return outcome;
    }

    private void finish(Predicate<ObjectKey> isBad, boolean rows) throws AmiException {
        new Aftermath(session, difference, isBad, rows, Deadline.in(settings.reloadTimeout())).run();
    }

    ReloadOutcome verify() throws AmiException {
        return looking(false).look();
    }

    private Looking looking(boolean rows) {
        return new Looking(session, difference, rows, Deadline.in(settings.reloadTimeout()));
    }
}
