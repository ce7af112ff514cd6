package io.sipwright.apply;

import io.sipwright.apply.Condition.Status;
import io.sipwright.apply.Condition.Type;
import io.sipwright.reload.ReloadOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a round tells about a node. */
final class Conditions {

    private final List<Condition> conditions = new ArrayList<>();
    private final Instant now;

    private Conditions(Instant now) {
        this.now = now;
    }

    /** Before the first round. */
    static List<Condition> unknown(Instant now) {
        return unknown(now, "NoRoundYet", "Nothing was applied since the start");
    }

    /** Before the first round after the store has gone back. */
    static List<Condition> wentBack(Instant now, long generation) {
        return unknown(
                now,
                "StoreWentBack",
                "The store has gone back to generation " + generation + ", and nothing was applied since");
    }

    private static List<Condition> unknown(Instant now, String reason, String message) {
        Conditions conditions = new Conditions(now);
        for (Type type : Type.values()) {
            conditions.add(type, Status.UNKNOWN, reason, message);
        }
        return conditions.conditions;
    }

    /** While another instance has the node. */
    static List<Condition> elsewhere(Instant now, long written, long verified, long desired) {
        Conditions conditions = new Conditions(now);
        String message = "Another instance applies to this node";
        for (Type type : List.of(Type.RENDERED, Type.RELOADED, Type.DRIFTED)) {
            conditions.add(type, Status.UNKNOWN, "AppliedElsewhere", message);
        }
        conditions.add(Type.WRITTEN, written >= desired, "AppliedElsewhere", message);
        conditions.add(Type.VERIFIED, verified >= desired, "AppliedElsewhere", message);
        conditions.conditions.sort((a, b) -> a.type().compareTo(b.type()));
        return conditions.conditions;
    }

    /** After a round. */
    static List<Condition> of(Round round, boolean verified, Instant now) {
        Conditions conditions = new Conditions(now);
        conditions.files(round);
        conditions.asterisk(round, verified);
        conditions.drift(round);
        return conditions.conditions;
    }

    private void drift(Round round) {
        if (round.written() == null && (round.failure() != null || round.restored())) {
            add(Type.DRIFTED, Status.UNKNOWN, "NotLookedAt", round.summary());
        } else if (round.written() != null && round.written().isDrifted()) {
            add(Type.DRIFTED, true, "Edited", "A file was edited by someone else since it was written");
        } else {
            add(Type.DRIFTED, false, "AsWritten", "The files are as they were written");
        }
    }

    private void files(Round round) {
        String failure = round.failure();
        if (failure != null && round.written() == null) {
            add(Type.RENDERED, false, failed(round), failure);
            add(Type.WRITTEN, false, failed(round), failure);
            return;
        }
        add(Type.RENDERED, true, "Rendered", "Generation " + round.generation() + " was rendered and reads back");
        if (round.restored()) {
            add(Type.WRITTEN, false, "TakenBack", "The last known good files were brought back");
        } else if (!round.isInFiles()) {
            add(Type.WRITTEN, false, "Drifted", round.summary());
        } else {
            add(Type.WRITTEN, true, "Written", "The files hold generation " + round.generation());
        }
    }

    private static String failed(Round round) {
        return round.preflightFailed() ? "PreflightFailed" : "Failed";
    }

    private void asterisk(Round round, boolean verified) {
        ReloadOutcome reload = round.reload();
        if (verified) {
            add(Type.RELOADED, true, "Reloaded", "Asterisk has read the files");
            add(Type.VERIFIED, true, "SeenRunning", "Generation " + round.generation() + " was seen running");
            return;
        }
        if (reload == null) {
            String reason = round.failure() != null ? failed(round) : "NotAsked";
            add(Type.RELOADED, Status.UNKNOWN, reason, round.summary());
            add(
                    Type.VERIFIED,
                    round.isInFiles() ? Status.UNKNOWN : Status.FALSE,
                    round.restored() ? "TakenBack" : reason,
                    round.summary());
            return;
        }
        add(Type.RELOADED, reloaded(reload), reason(reload), reload.summary());
        boolean unknown = !(reload instanceof ReloadOutcome.Rejected) && !round.restored();
        add(
                Type.VERIFIED,
                unknown ? Status.UNKNOWN : Status.FALSE,
                round.restored() ? "TakenBack" : reason(reload),
                round.summary());
    }

    private static Status reloaded(ReloadOutcome reload) {
        if (reload instanceof ReloadOutcome.NotAsked || reload instanceof ReloadOutcome.Unreachable) {
            return Status.UNKNOWN;
        }
        return reload instanceof ReloadOutcome.Failed ? Status.FALSE : Status.TRUE;
    }

    private static String reason(ReloadOutcome reload) {
        if (reload instanceof ReloadOutcome.Failed failed) {
            return camelCase(failed.cause());
        }
        if (reload instanceof ReloadOutcome.Unreachable unreachable) {
            return camelCase(unreachable.cause());
        }
        return reload.getClass().getSimpleName();
    }

    /** {@code LOGIN_REFUSED} as {@code LoginRefused}. */
    private static String camelCase(Enum<?> cause) {
        StringBuilder text = new StringBuilder();
        for (String word : cause.name().split("_")) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private void add(Type type, boolean so, String reason, String message) {
        add(type, so ? Status.TRUE : Status.FALSE, reason, message);
    }

    private void add(Type type, Status status, String reason, String message) {
        conditions.add(new Condition(type, status, reason, message, now));
    }

    /** The same conditions; those that stay as they were keep their time. */
    static List<Condition> merged(@Nullable List<Condition> before, List<Condition> after) {
        return after.stream()
                .map(condition ->
                        earlier(before, condition.type()).map(condition::since).orElse(condition))
                .toList();
    }

    private static Optional<Condition> earlier(@Nullable List<Condition> conditions, Type type) {
        return conditions == null
                ? Optional.empty()
                : conditions.stream()
                        .filter(condition -> condition.type() == type)
                        .findFirst();
    }
}
