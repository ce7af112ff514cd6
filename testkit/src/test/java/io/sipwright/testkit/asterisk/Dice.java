package io.sipwright.testkit.asterisk;

import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The text with the case of some of its letters changed. */
    String anyCase(String text) {
        StringBuilder changed = new StringBuilder();
        for (char c : text.toCharArray()) {
            changed.append(c < 0x80 && percent(30) ? Character.toUpperCase(c) : c);
        }
        return changed.toString();
    }
}
