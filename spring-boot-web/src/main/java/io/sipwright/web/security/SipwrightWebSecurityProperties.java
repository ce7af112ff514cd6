package io.sipwright.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As the application wrote it, unchecked: what fails while it is bound is reported by Spring Boot together with the
 * value, and the value might be a token that was put where its digest belongs. {@link ApiAccess} checks.
 *
 * @param tokens Tokens that the REST API takes as 'Authorization: Bearer', each with its owner's name and roles. Without
 *     any, only logged-in users of the application and tokens that an ApiTokenAuthenticator bean knows are let in.
 * @param readerRoles Roles that may read, by GET and HEAD, without the prefix ROLE_.
 * @param adminRoles Roles that may change things, and ask the doctor, without the prefix ROLE_.
 */
@ConfigurationProperties("sipwright.web.security")
record SipwrightWebSecurityProperties(
        @DefaultValue List<Token> tokens,

        @DefaultValue({"SIPWRIGHT_READER", "SIPWRIGHT_ADMIN"})
        List<String> readerRoles,

        @DefaultValue("SIPWRIGHT_ADMIN") List<String> adminRoles) {

    /**
     * A token.
     *
     * @param name Owner of the token, named in the audit as the one who made a change.
     * @param sha256 SHA-256 of the token in 64 hexadecimal digits, never the token itself. No slow password hash, and no
     *     salt, is needed: a token is a long random string that nobody can guess.
     * @param roles Roles of the token, without the prefix ROLE_. All of admin-roles, unless set.
     */
    record Token(
            @Nullable String name,
            @Nullable String sha256,
            @Nullable List<String> roles) {

        /** Without the digest: it opens nothing, but whoever has it can try tokens against it. */
        @Override
        public String toString() {
            return "Token[name=" + name + ", roles=" + roles + "]";
        }
    }
}
