package io.sipwright.testkit.ami;

import java.time.Duration;
import java.util.List;

/**
 * How a {@link FakeAmiServer} answers one kind of action, other than Asterisk would.
 *
 * <p>A rule counts from {@link FakeAmiServer#on} at once and for ever, or for so many {@link #times}; then the next rule
 * for the action, then Asterisk's own answer. One that counts for ever ends when another is made. Finish the chain
 * before the client sends the action.
 *
 * <p>Unless {@link #answer} or one of its kin says what is answered, the action is performed and answered as usual, and
 * only the way of the answer changes. All may be combined. Thread-safe.
 */
public final class AmiRule {
    private final Uses uses = new Uses();
    private final AmiDelivery delivery = new AmiDelivery();

    AmiRule() {}

    Uses uses() {
        return uses;
    }

    AmiDelivery delivery() {
        return delivery;
    }

    /** Counts for so many actions, 1 or more. */
    public AmiRule times(int times) {
        uses.limit(times);
        return this;
    }

    /**
     * Answers a message of these lines, and does not perform the action. Called again, adds another message.
     *
     * @param lines without their ends, at least one; the client's ActionID stands after the first by itself
     */
    public AmiRule answer(String... lines) {
        if (lines.length == 0) {
            throw new IllegalArgumentException("A message needs a line");
        }
        delivery.script.add(List.of(lines));
        return this;
    }

    /** Answers these bytes and nothing else, and does not perform the action. */
    public AmiRule answerBytes(byte[] bytes) {
        delivery.raw = bytes.clone();
        return this;
    }

    /** Claims success without performing the action. */
    public AmiRule success(String message) {
        return answer("Response: Success", "Message: " + message);
    }

    /** Answers an error without performing the action. */
    public AmiRule error(String message) {
        return answer("Response: Error", "Message: " + message);
    }

    /** The same as {@link #error} so many {@link #times}. */
    public AmiRule errors(String message, int times) {
        return error(message).times(times);
    }

    /** What Asterisk answers a user without the right for an action. */
    public AmiRule permissionDenied() {
        return error("Permission denied");
    }

    /** Does not perform the action, for a rule that says nothing else about the answer: the request is lost. */
    public AmiRule withoutEffect() {
        delivery.withoutEffect = true;
        return this;
    }

    /** Performs the action, but does not answer it; later actions are answered. */
    public AmiRule silence() {
        delivery.silent = true;
        return this;
    }

    /** Answers after the next action was answered. */
    public AmiRule afterNext() {
        delivery.late = true;
        return this;
    }

    /** Waits before it answers; the action has been performed then, and the connection's next one waits as well. */
    public AmiRule delay(Duration delay) {
        delivery.delay = delay;
        return this;
    }

    /** Sends the answer a byte at a time, with a pause after each. */
    public AmiRule oneBytePer(Duration pause) {
        delivery.pause = pause;
        return this;
    }

    /** Closes the connection instead of answering. */
    public AmiRule closeBeforeAnswer() {
        return closeAfterBytes(0);
    }

    /** Closes the connection when so many bytes of the answer have been sent, or all if there are fewer. */
    public AmiRule closeAfterBytes(int bytes) {
        delivery.cutAfter = AmiText.notNegative(bytes);
        return this;
    }

    /** Ends the connection with RST: instead of the answer, or where another method closes it. */
    public AmiRule reset() {
        delivery.reset = true;
        return this;
    }

    /** Leaves out the blank line that ends the answer. */
    public AmiRule withoutBlankLine() {
        delivery.withoutBlankLine = true;
        return this;
    }

    /** Answers under an ActionID that the client did not send: its own with {@code other-} before it. */
    public AmiRule otherActionId() {
        delivery.otherActionId = true;
        return this;
    }

    /** Sends so many events, without ActionID, before each message of the answer. */
    public AmiRule interleavedEvents(int events) {
        delivery.events = AmiText.notNegative(events);
        return this;
    }

    /** Sends these bytes before the answer, with nothing between. */
    public AmiRule garbage(byte[] bytes) {
        delivery.garbage = bytes.clone();
        return this;
    }

    /** Puts a header into the answer whose line has so many bytes. */
    public AmiRule hugeLine(int bytes) {
        delivery.hugeLine = bytes;
        return this;
    }

    /** Puts a header into the answer whose value is no UTF-8. */
    public AmiRule nonUtf8() {
        delivery.nonUtf8 = true;
        return this;
    }

    /** Reads on after the answer, but neither performs nor answers anything any more on this connection. */
    public AmiRule thenSilence() {
        delivery.thenSilence = true;
        return this;
    }

    /** Closes the connection after the answer. */
    public AmiRule thenClose() {
        delivery.thenClose = true;
        return this;
    }
}
