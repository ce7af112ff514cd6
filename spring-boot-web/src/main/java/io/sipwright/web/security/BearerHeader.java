package io.sipwright.web.security;

import java.util.List;
import java.util.Optional;

/** {@code Authorization: Bearer <token>} of RFC 6750, taken by the letter. */
class BearerHeader {

    /** What servers take for all headers together by default; room for any JWT. */
    static final int LONGEST_TOKEN = 8192;

    private static final String SCHEME = "Bearer ";

    private BearerHeader() {}

    /**
     * @param headers all {@code Authorization} headers of a request
     * @return empty unless there is exactly one, with a token that can be one
     */
    static Optional<String> token(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        String header = headers.get(0);
        // The name of the scheme has no case (RFC 9110, 11.1).
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String token = header.substring(SCHEME.length());
        return isToken(token) ? Optional.of(token) : Optional.empty();
    }

    /** One or more of {@code A-Z a-z 0-9 - . _ ~ + /}, then any number of {@code =}. */
    private static boolean isToken(String token) {
        int end = token.length();
        if (end > LONGEST_TOKEN) {
            return false;
        }
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        return end > 0 && token.chars().limit(end).allMatch(BearerHeader::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~+/".indexOf(c) >= 0;
    }
}
