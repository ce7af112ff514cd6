package io.sipwright.testkit;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server asks for in {@code WWW-Authenticate} or {@code Proxy-Authenticate}, one algorithm to a header.
 *
 * @param parameters by name in lower case, without quotes
 */
record DigestChallenge(Map<String, String> parameters, DigestAlgorithm algorithm) {
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Empty if it is not a digest challenge, or of an algorithm unknown here. */
    static Optional<DigestChallenge> parse(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith("digest ")) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header.substring("digest ".length()));
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        if (!parameters.containsKey("realm") || !parameters.containsKey("nonce")) {
            return Optional.empty();
        }
        return DigestAlgorithm.of(parameters.getOrDefault("algorithm", "MD5"))
                .map(algorithm -> new DigestChallenge(Map.copyOf(parameters), algorithm));
    }

    boolean isStale() {
        return parameter("stale").equalsIgnoreCase("true");
    }

    /** The value of the {@code Authorization} header; a nonce is used once, so its count is always 1. */
    String answer(String method, String uri, String user, String password) {
        String realm = parameter("realm");
        String nonce = parameter("nonce");
        String secret = algorithm.hash(user, realm, password);
        String request = algorithm.hash(method, uri);
        StringBuilder text = new StringBuilder("Digest username=").append(quote(user));
        text.append(", realm=").append(quote(realm)).append(", nonce=").append(quote(nonce));
        text.append(", uri=").append(quote(uri));
        text.append(", algorithm=").append(algorithm.token());
        if (List.of(parameter("qop").split("\\s*,\\s*", -1)).contains("auth")) {
            String count = "00000001";
            String own = HexFormat.of().toHexDigits(RANDOM.nextLong());
            String response = algorithm.hash(secret, nonce, count, own, "auth", request);
            text.append(", qop=auth, nc=").append(count).append(", cnonce=").append(quote(own));
            text.append(", response=").append(quote(response));
        } else {
            // Servers before RFC 2617 offer no qop; the hash is then the shorter one of RFC 2069.
            text.append(", response=").append(quote(algorithm.hash(secret, nonce, request)));
        }
        if (parameters.containsKey("opaque")) {
            text.append(", opaque=").append(quote(parameter("opaque")));
        }
        return text.toString();
    }

    private String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static String quote(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
