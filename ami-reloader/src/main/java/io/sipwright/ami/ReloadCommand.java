package io.sipwright.ami;

import io.sipwright.reload.ReloadOutcome.Failed.Cause;
import java.time.Duration;

/** Has Asterisk reload, again as long as it is busy with another reload. */
final class ReloadCommand {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** Asterisk sends an event from another thread than the answer, usually within a millisecond. */
    private static final Duration EVENT_LIMIT = Duration.ofMillis(500);

    private final AmiSettings settings;
    private final AmiSession session;
    private final String module;
    private final Deadline deadline;

    ReloadCommand(AmiSettings settings, AmiSession session, String module, Deadline deadline) {
        this.module = module;
        this.settings = settings;
        this.session = session;
        this.deadline = deadline;
    }

    /** Returns when Asterisk calls it a success, and is known not to have put it off till the end of its start. */
    void run() throws AmiException {
        BootEvents boot = session.bootEvents();
        boolean mayBeStarting = !boot.isBooted();
        if (mayBeStarting) {
            boot.expectReload();
            session.send(Actions.events("system"), deadline);
        }
        reload();
        if (mayBeStarting) {
            if (isQueued(boot)) {
                awaitBoot(boot);
                reload();
            }
            session.send(Actions.events("off"), deadline);
        }
    }

    private void reload() throws AmiException {
        Duration pause = settings.busyPause();
        for (int tries = 0; ; tries++) {
            AmiReply reply = session.send(Actions.reload(module), deadline.left(settings.reloadTimeout()));
            if (reply.success()) {
                return;
            }
            if (!reply.says("in progress")) {
                throw refusal(reply);
            }
            if (tries >= settings.busyRetries() || deadline.left(pause).compareTo(pause) < 0) {
                throw AmiException.failed(Cause.BUSY, "another reload goes on, asked " + (tries + 1) + " times");
            }
            sleep(pause);
            pause = longer(pause);
        }
    }

    /** An account that may not read the events is not told; it has waited a moment in vain. */
    private boolean isQueued(BootEvents boot) throws AmiException {
        try {
            return boot.isQueued(deadline.left(EVENT_LIMIT));
        } catch (InterruptedException e) {
            throw Waiting.interrupted("the end of the reload");
        }
    }

    private void awaitBoot(BootEvents boot) throws AmiException {
        boolean booted;
        try {
            booted = boot.awaitBooted(deadline.left(settings.reloadTimeout()));
        } catch (InterruptedException e) {
            throw Waiting.interrupted("the start of Asterisk");
        }
        if (!booted) {
            throw AmiException.failed(Cause.STARTING, "Asterisk has not finished its start; the reload is queued");
        }
    }

    private AmiException refusal(AmiReply reply) {
        if (reply.isNotPermitted()) {
            return AmiException.failed(
                    Cause.NOT_PERMITTED, "the manager account needs write=config or write=system for a reload");
        }
        boolean noModule = reply.says("no such module") || reply.says("not initialized");
        return AmiException.failed(
                noModule ? Cause.NO_SUCH_MODULE : Cause.REFUSED,
                "it answered the reload of " + module + " with '" + reply.message() + "'");
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause) throws AmiException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw Waiting.interrupted("a reload that goes on");
        }
    }
}
