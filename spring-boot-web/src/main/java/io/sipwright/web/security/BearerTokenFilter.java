package io.sipwright.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes who sends a token for its owner, for this request only: no session is begun, and one that is there does not
 * count. A request with an {@code Authorization} header that is not right goes no further, so it is never taken for one
 * of the session, which the header would excuse from the CSRF token.
 *
 * <p>Spring Security's own filter for this is in its OAuth2 resource server, with much else.
 */
class BearerTokenFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BearerTokenFilter.class);
    private static final String BEARER = BearerTokenFilter.class.getName() + ".BEARER";

    private final List<ApiTokenAuthenticator> authenticators;
    private final String rolePrefix;
    private final SecurityContextHolderStrategy contexts;
    private final @Nullable AuthenticationEventPublisher events;
    private final Refusal refusal;

    /** So that the owner is still known while Spring Boot renders an error, and when an asynchronous answer goes on. */
    private final RequestAttributeSecurityContextRepository requestContexts =
            new RequestAttributeSecurityContextRepository();

    BearerTokenFilter(
            List<ApiTokenAuthenticator> authenticators,
            String rolePrefix,
            SecurityContextHolderStrategy contexts,
            @Nullable AuthenticationEventPublisher events,
            Refusal refusal) {
        this.authenticators = List.copyOf(authenticators);
        this.rolePrefix = rolePrefix;
        this.contexts = contexts;
        this.events = events;
        this.refusal = refusal;
    }

    /** Whether a right token came with this request. */
    static boolean isBearer(HttpServletRequest request) {
        return request.getAttribute(BEARER) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }

        Optional<ApiTokenOwner> owner;
        try {
            owner = BearerHeader.token(headers).flatMap(this::owner);
        } catch (AuthenticatorFailedException e) {
            LOG.error("{}; answered 503. The message is left out: it could quote the token.", e.getMessage());
            refusal.unavailable(response);
            return;
        }
        if (owner.isEmpty()) {
            refuse(request, response);
        } else {
            accept(request, response, owner.get());
            chain.doFilter(request, response);
        }
    }

    private Optional<ApiTokenOwner> owner(String token) {
        for (ApiTokenAuthenticator authenticator : authenticators) {
            Optional<ApiTokenOwner> owner = ask(authenticator, token);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return Optional.empty();
    }

    private static Optional<ApiTokenOwner> ask(ApiTokenAuthenticator authenticator, String token) {
        try {
            return authenticator.authenticate(token);
        } catch (AuthenticationException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new AuthenticatorFailedException(authenticator, e);
        }
    }

    private void accept(HttpServletRequest request, HttpServletResponse response, ApiTokenOwner owner) {
        ApiTokenAuthentication authentication = ApiTokenAuthentication.of(owner, rolePrefix, request.getRemoteAddr());
        SecurityContext context = contexts.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.setContext(context);
        requestContexts.saveContext(context, request, response);
        request.setAttribute(BEARER, true);
        if (events != null) {
            events.publishAuthenticationSuccess(authentication);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (events != null) {
            events.publishAuthenticationFailure(
                    new BadCredentialsException("No such API token"),
                    ApiTokenAuthentication.refused(request.getRemoteAddr()));
        }
        refusal.unauthorized(response);
    }

    /** Without cause, on purpose: nothing of it may get into a log. */
    private static class AuthenticatorFailedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        AuthenticatorFailedException(ApiTokenAuthenticator authenticator, RuntimeException failure) {
            super(authenticator.getClass().getName() + " could not tell whose an API token is: "
                    + failure.getClass().getName());
        }
    }
}
