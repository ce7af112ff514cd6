package io.sipwright.testkit.ami;

/** What a well-behaved Asterisk answers to one kind of action. */
@FunctionalInterface
interface ActionHandler {
    void answer(RecordedAction action, Reply reply);
}
