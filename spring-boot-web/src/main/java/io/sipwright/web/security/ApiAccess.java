package io.sipwright.web.security;

import io.sipwright.web.security.SipwrightWebSecurityProperties.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The properties, checked. Names every problem, and quotes no value: it might be a token. */
record ApiAccess(String[] readerRoles, String[] adminRoles, StaticTokens tokens) {

    private static final String PREFIX = "sipwright.web.security.";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    /** @throws InvalidWebSecurityException with all problems at once */
    static ApiAccess of(SipwrightWebSecurityProperties properties) {
        List<String> problems = new ArrayList<>();
        checkRoles(PREFIX + "reader-roles", properties.readerRoles(), problems);
        checkRoles(PREFIX + "admin-roles", properties.adminRoles(), problems);

        StaticTokens tokens = new StaticTokens();
        Set<String> names = new HashSet<>();
        Set<String> digests = new HashSet<>();
        for (int i = 0; i < properties.tokens().size(); i++) {
            String place = PREFIX + "tokens[" + i + "].";
            int before = problems.size();

            Token token = properties.tokens().get(i);
            String name = checkName(place + "name", token.name(), names, problems);
            byte[] digest = checkDigest(place + "sha256", token.sha256(), digests, problems);
            List<String> roles = token.roles() == null ? properties.adminRoles() : token.roles();
            if (token.roles() != null) {
                checkRoles(place + "roles", roles, problems);
            }
            if (problems.size() == before) {
                tokens.add(digest, new ApiTokenOwner(name, new LinkedHashSet<>(roles)));
            }
        }

        if (!problems.isEmpty()) {
            throw new InvalidWebSecurityException(problems);
        }
        return new ApiAccess(
                properties.readerRoles().toArray(String[]::new),
                properties.adminRoles().toArray(String[]::new),
                tokens);
    }

    private static String checkName(String place, @Nullable String name, Set<String> names, List<String> problems) {
        if (name == null) {
            problems.add(place + " is missing: it goes into the audit");
            return "";
        }
        String problem = ApiTokenOwner.problemOfName(name);
        if (problem != null) {
            problems.add(place + " " + problem);
        } else if (!names.add(name)) {
            problems.add(place + " is the name of another token, too: the audit could not tell them apart");
        }
        return name;
    }

    private static byte[] checkDigest(
            String place, @Nullable String digest, Set<String> digests, List<String> problems) {
        if (digest == null) {
            problems.add(place + " is missing: the SHA-256 of the token, in 64 hexadecimal digits");
            return new byte[0];
        }
        if (!SHA_256.matcher(digest).matches()) {
            problems.add(place + " is no SHA-256: that has 64 hexadecimal digits, and nothing else. It must not be the"
                    + " token itself");
            return new byte[0];
        }
        byte[] bytes = HexFormat.of().parseHex(digest);
        if (!digests.add(HexFormat.of().formatHex(bytes))) {
            problems.add(place + " is the digest of another token, too: each owner needs one of his own");
        }
        return bytes;
    }

    private static void checkRoles(String place, List<String> roles, List<String> problems) {
        if (roles.isEmpty()) {
            problems.add(place + " is empty: leave it out to have the default");
        }
        for (String role : roles) {
            if (role.isBlank()) {
                problems.add(place + " has a blank role");
            } else if (role.startsWith("ROLE_")) {
                problems.add(place + " has a role with the prefix ROLE_: leave that off");
            } else if (role.equalsIgnoreCase("ANONYMOUS")) {
                // Spring Security's role of those who are not logged in; it would promise what is refused anyway.
                problems.add(place + " has the role ANONYMOUS: the API cannot be opened to everybody");
            }
        }
    }
}
