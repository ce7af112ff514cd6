package io.sipwright.testkit.ami;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rules of a server by action. Thread-safe. */
final class ActionRules {
    private final Map<String, RuleQueue<AmiRule>> queues = new ConcurrentHashMap<>();

    AmiRule add(String action) {
        return queue(action).add(new AmiRule());
    }

    void clear() {
        queues.values().forEach(RuleQueue::clear);
    }

    Optional<AmiRule> next(String action) {
        return queue(action).next();
    }

    private RuleQueue<AmiRule> queue(String action) {
        return queues.computeIfAbsent(action.toLowerCase(Locale.ROOT), key -> new RuleQueue<>(AmiRule::uses));
    }
}
