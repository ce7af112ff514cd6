package io.sipwright.testkit.ami;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/** Rules in the order they were made; one without a limit lasts until there is another. Thread-safe. */
final class RuleQueue<R> {
    private final Deque<R> rules = new ArrayDeque<>();
    private final Function<R, Uses> uses;

    RuleQueue(Function<R, Uses> uses) {
        this.uses = uses;
    }

    synchronized R add(R rule) {
        rules.add(rule);
        return rule;
    }

    synchronized void clear() {
        rules.clear();
    }

    /** The rule that counts now, one use of it taken. */
    synchronized Optional<R> next() {
        while (!rules.isEmpty()) {
            R rule = rules.element();
            Uses left = uses.apply(rule);
            boolean isReplaced = left.isForEver() && rules.size() > 1;
            if (!isReplaced && left.take()) {
                return Optional.of(rule);
            }
            rules.remove();
        }
        return Optional.empty();
    }
}
