package io.sipwright.web.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a token, and what he may do. Immutable.
 *
 * @param name goes into the audit as the one who made a change, and is what
 *     {@link jakarta.servlet.http.HttpServletRequest#getUserPrincipal()} names; no secret, never the token
 * @param roles without the prefix {@code ROLE_}, such as {@code SIPWRIGHT_ADMIN}; with none of the roles that
 *     {@code sipwright.web.security.reader-roles} and {@code admin-roles} name, every answer is 403
 */
public record ApiTokenOwner(String name, Set<String> roles) {

    /** As wide as the column of the audit. */
    private static final int LONGEST_NAME = 255;

    /**
     * Checks the name and copies the roles.
     *
     * @throws IllegalArgumentException if the name is blank, longer than 255 characters or has control characters
     */
    public ApiTokenOwner {
        String problem = problemOfName(name);
        if (problem != null) {
            throw new IllegalArgumentException("The name of a token's owner " + problem);
        }
        roles = Set.copyOf(roles);
    }

    static @Nullable String problemOfName(String name) {
        if (name.isBlank()) {
            return "is blank; it goes into the audit";
        }
        if (name.length() > LONGEST_NAME) {
            return "has " + name.length() + " characters; the audit takes " + LONGEST_NAME;
        }
        // It is written to logs, too: a line break would forge a line of them.
        return name.chars().anyMatch(Character::isISOControl) ? "has control characters" : null;
    }
}
