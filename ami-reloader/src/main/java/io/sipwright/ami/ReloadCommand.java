package io.sipwright.ami;

import io.sipwright.reload.ReloadOutcome.Failed.Cause;
import java.time.Duration;

/** Has Asterisk reload, again as long as it is busy with another reload. */
final class ReloadCommand {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final AmiSettings settings;
    private final AmiSession session;
    private final Deadline deadline;

    ReloadCommand(AmiSettings settings, AmiSession session, Deadline deadline) {
        this.settings = settings;
        this.session = session;
        this.deadline = deadline;
    }

    /** Returns when Asterisk calls it a success. */
    void run() throws AmiException {
        session.bootEvents().reset();
        session.send(Actions.events("system"), deadline);
        Duration pause = settings.busyPause();
        for (int tries = 0; ; tries++) {
            AmiReply reply = session.send(Actions.reload(), deadline.left(settings.reloadTimeout()));
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

    /** Ends the events that {@link #run} asked for; what is done after it does not depend on them. */
    void quiet() throws AmiException {
        session.send(Actions.events("off"), settings.responseTimeout());
    }

    /**
     * Waits for the end of Asterisk's start, if that is known to be why the reload had no effect yet.
     *
     * @return whether to reload again
     */
    boolean awaitBoot() throws AmiException {
        BootEvents events = session.bootEvents();
        if (!events.isQueued()) {
            return false;
        }
        boolean booted;
        try {
            booted = events.awaitBooted(deadline.left(settings.reloadTimeout()));
        } catch (InterruptedException e) {
            throw Waiting.interrupted("the start of Asterisk");
        }
        if (!booted) {
            throw AmiException.failed(Cause.STARTING, "Asterisk has not finished its start; the reload is queued");
        }
        return true;
    }

    private static AmiException refusal(AmiReply reply) {
        if (reply.isNotPermitted()) {
            return AmiException.failed(
                    Cause.NOT_PERMITTED, "the manager account needs write=config or write=system for a reload");
        }
        boolean noModule = reply.says("no such module") || reply.says("not initialized");
        return AmiException.failed(
                noModule ? Cause.NO_SUCH_MODULE : Cause.REFUSED,
                "it answered the reload of " + Actions.MODULE + " with '" + reply.message() + "'");
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
