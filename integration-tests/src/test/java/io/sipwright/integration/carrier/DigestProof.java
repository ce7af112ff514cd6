package io.sipwright.integration.carrier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an Authorization header claims, computed here once more (RFC 2617, MD5, qop=auth). */
record DigestProof(String method, Map<String, String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");

    /** Of a request; without parameters if it has no such header. */
    static DigestProof of(SipMessage request, String header) {
        Map<String, String> parameters = new TreeMap<>();
        Matcher matcher = PARAMETER.matcher(request.header(header));
        while (matcher.find()) {
            parameters.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return new DigestProof(request.start().split(" ")[0], parameters);
    }

    String get(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** Whether it was made with this password, for this method and with the user, realm and URI that it names. */
    boolean isMadeWith(String password) {
        String secret = md5(get("username") + ":" + get("realm") + ":" + password);
        String request = md5(method + ":" + get("uri"));
        return get("response")
                .equals(md5(secret + ":" + get("nonce") + ":" + get("nc") + ":" + get("cnonce") + ":auth:" + request));
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
