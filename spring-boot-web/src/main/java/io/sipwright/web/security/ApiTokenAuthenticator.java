package io.sipwright.web.security;

import java.util.Optional;

/**
 * Says whose an API token is. A bean of this type lets the application check the tokens of the REST API itself: in its
 * database, or as JWT.
 *
 * <p>It is asked for each request that carries {@code Authorization: Bearer} with a token that is none of
 * {@code sipwright.web.security.tokens}. Of several beans each is asked, in their order, until one knows the token.
 * Without any bean only the configured tokens are known.
 *
 * <p>It is called by many threads at once, before anything else is known of the request; an attacker can have it called
 * as often as the network allows. It must compare in constant time, and best looks for the digest of the token rather
 * than for the token. It must not log the token.
 */
@FunctionalInterface
public interface ApiTokenAuthenticator {

    /**
     * The owner of a token.
     *
     * @param token as it was sent, 1 to 8192 characters of {@code A-Z a-z 0-9 - . _ ~ + / =}, checked no further
     * @return empty if the token is unknown, expired or revoked: the answer is 401
     * @throws org.springframework.security.core.AuthenticationException like an empty answer
     * @throws RuntimeException if it cannot tell, because the database is down for example: the answer is 503, and the
     *     log names the type of the exception, but not its message, which might quote the token
     */
    Optional<ApiTokenOwner> authenticate(String token);
}
