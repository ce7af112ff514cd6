package io.sipwright.benchmarks;

import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** The facts about one user, from which each renderer gets the input it likes best. */
record Account(String name, String extension, String secret, String displayName) {

    private static final String[] FIRST_NAMES = {
        "Anna", "Ben", "Carla", "David", "Elif", "Fabian", "Grace", "Hassan", "Ines", "José", "Katrin", "Liam", "Mei",
        "Nils", "Olga", "Pedro"
    };
    private static final String[] LAST_NAMES = {
        "Adler",
        "Brown",
        "Costa",
        "Demir",
        "Evans",
        "Fischer",
        "García",
        "Hoffmann",
        "Ivanova",
        "Jensen",
        "Kowalski",
        "Lopez",
        "Müller",
        "Nguyen",
        "Okafor",
        "Petrov",
        "Rossi",
        "Schmidt",
        "Tanaka"
    };
    private static final String SECRET_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.!";
    private static final int SECRET_LENGTH = 24;

    /** The same accounts each time, no two with the same name, extension or secret. */
    static List<Account> make(int count) {
        SplittableRandom random = new SplittableRandom(22);
        List<Account> accounts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String first = FIRST_NAMES[random.nextInt(FIRST_NAMES.length)];
            String last = LAST_NAMES[random.nextInt(LAST_NAMES.length)];
            String extension = Integer.toString(100_000 + i);
            String name = ascii(first) + "." + ascii(last) + "." + extension;
            accounts.add(new Account(name, extension, secret(random), first + " " + last));
        }
        return accounts;
    }

    private static String ascii(String name) {
        return name.toLowerCase(Locale.ROOT).replace('é', 'e').replace('í', 'i').replace('ü', 'u');
    }

    private static String secret(SplittableRandom random) {
        StringBuilder secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(SECRET_CHARACTERS.charAt(random.nextInt(SECRET_CHARACTERS.length())));
        }
        return secret.toString();
    }

    /** The name as names are compared. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** As the library takes it. */
    SipUserSpec toSpec() {
        return SipUserSpec.builder(name, "mobile_user")
                .extension(extension)
                .secret(secret)
                .displayName(displayName)
                .build();
    }

    /** As the peers take it: every value of the template, defaults filled in, stamps computed beforehand. */
    Map<String, String> toValues(List<String> stamps) {
        return Map.ofEntries(
                Map.entry("name", name),
                Map.entry("extension", extension),
                Map.entry("secret", secret),
                Map.entry("display_name", displayName),
                Map.entry("context", "from-internal"),
                Map.entry("codecs", "opus,ulaw,alaw"),
                Map.entry("max_contacts", "5"),
                Map.entry("qualify_frequency", "60"),
                Map.entry("transport", "transport-udp"),
                Map.entry("auth_stamp", stamps.get(0)),
                Map.entry("aor_stamp", stamps.get(1)),
                Map.entry("endpoint_stamp", stamps.get(2)));
    }
}
