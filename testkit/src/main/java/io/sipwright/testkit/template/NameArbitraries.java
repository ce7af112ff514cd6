package io.sipwright.testkit.template;

import io.sipwright.validation.SpecValidator;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Names of objects. */
final class NameArbitraries {

    private static final Set<String> RESERVED = Set.of("general", "global", "system", "default", "acl");

    private NameArbitraries() {}

    static Arbitrary<String> upTo(int longest) {
        Arbitrary<String> heads = Arbitraries.strings().alpha().numeric().ofLength(1);
        Arbitrary<String> tails =
                Arbitraries.strings().alpha().numeric().withChars("_.-").ofMaxLength(longest - 1);
        Arbitrary<String> any = Combinators.combine(heads, tails).as(String::concat);
        return Arbitraries.oneOf(any, Arbitraries.of("a", "0", "Z", "a-", "a--", "a_.b", "n".repeat(longest)))
                .map(NameArbitraries::free);
    }

    /** The name, or another one where it means something to Asterisk. */
    private static String free(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean taken = RESERVED.contains(lower)
                || lower.startsWith("anonymous")
                || SpecValidator.USUAL_TRANSPORTS.contains(lower);
        return taken ? "x" + name.substring(1) : name;
    }
}
