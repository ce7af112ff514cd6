package io.sipwright.testkit.ami;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Answers the actions of one connection, by the rules of the server. Not thread-safe. */
final class Answering {
    private final WellBehaved wellBehaved;
    private final ActionRules rules;
    private final AmiOutput out;
    private final Pauses pauses;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean isSilent;

    Answering(WellBehaved wellBehaved, ActionRules rules, AmiOutput out, Pauses pauses) {
        this.wellBehaved = wellBehaved;
        this.rules = rules;
        this.out = out;
        this.pauses = pauses;
    }

    /** Throws {@link HangUp} if the connection ends with the answer. */
    void answer(RecordedAction action, String problem) throws IOException {
        if (isSilent) {
            return;
        }
        AmiDelivery delivery = rules.next(action.name()).map(AmiRule::delivery).orElseGet(AmiDelivery::new);
        Reply reply = new Reply(action);
        delivery.script.forEach(reply::message);
        if (!problem.isEmpty()) {
            reply.error(problem);
        } else if (!delivery.isScripted()) {
            wellBehaved.answer(action, reply);
        }
        pauses.pause(delivery.delay);
        send(delivery, reply);
    }

    private void send(AmiDelivery delivery, Reply reply) throws IOException {
        byte[] bytes = delivery.bytes(reply);
        if (delivery.late) {
            held.writeBytes(bytes);
        } else {
            out.write(bytes, delivery.pause);
            out.write(held.toByteArray());
            held.reset();
        }
        isSilent = delivery.thenSilence;
        if (delivery.ends() || (reply.isLast() && !delivery.silent)) {
            throw new HangUp(delivery.reset);
        }
    }
}
