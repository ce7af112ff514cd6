package io.sipwright.web.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The security of the REST API, and of nothing else: a {@link SecurityFilterChain} for the API's paths, which lets in
 * who sends a known token or is logged in to the application, and has the role. Everybody else is answered 401 or 403.
 *
 * <p>There is no property that opens the API. An application that wants other rules defines a
 * {@code SecurityFilterChain} bean named {@code sipwrightSecurityFilterChain}; then this one is not there at all.
 *
 * <p>It comes after Spring Boot's own configuration, which protects the rest of an application that has no
 * {@code SecurityFilterChain} of its own, and would not if it found ours. The order of the chains is another thing: at
 * requests ours is among the first to be asked, at {@code Ordered.HIGHEST_PRECEDENCE + 100}, so that a chain of the
 * application for {@code /api/**} does not happen to open the API.
 *
 * <p>On purpose there is no condition on Spring Security's classes: without them the application does not start, rather
 * than serving an open API.
 */
@AutoConfiguration(after = ServletWebSecurityAutoConfiguration.class, before = SecurityFilterAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnMissingBean(name = "sipwrightSecurityFilterChain")
@EnableConfigurationProperties(SipwrightWebSecurityProperties.class)
public final class SipwrightWebSecurityAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SipwrightWebSecurityAutoConfiguration.class);

    /** As in Spring Security: these change nothing, so nobody gains by having a user's browser send them. */
    private static final Set<String> NO_CHANGE = Set.of("GET", "HEAD", "TRACE", "OPTIONS");

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    SecurityFilterChain sipwrightSecurityFilterChain(
            HttpSecurity http,
            SipwrightWebSecurityProperties properties,
            Environment environment,
            ObjectProvider<DispatcherServletPath> dispatcherServlet,
            ObjectProvider<ApiTokenAuthenticator> authenticators,
            ObjectProvider<GrantedAuthorityDefaults> authorityDefaults,
            ObjectProvider<SecurityContextHolderStrategy> contextStrategy,
            ObjectProvider<AuthenticationEventPublisher> events,
            ObjectProvider<CsrfTokenRepository> csrfTokens,
            ObjectProvider<CsrfTokenRequestHandler> csrfHandler) {
        ApiAccess access = ApiAccess.of(properties);
        DispatcherServletPath servlet = dispatcherServlet.getIfUnique();
        ApiPaths paths = ApiPaths.of(
                Binder.get(environment)
                        .bind("sipwright.web.base-path", String.class)
                        .orElse("/api"),
                servlet == null ? "/" : servlet.getPath());
        List<ApiTokenAuthenticator> beans = authenticators.orderedStream().toList();
        if (access.tokens().isEmpty() && beans.isEmpty()) {
            LOG.info(
                    "No token opens the REST API below {}: sipwright.web.security.tokens is empty, and there is no"
                            + " ApiTokenAuthenticator. Users of this application with a role of {} may use it.",
                    paths,
                    properties.adminRoles());
        }

        GrantedAuthorityDefaults defaults = authorityDefaults.getIfUnique();
        SecurityContextHolderStrategy contexts =
                contextStrategy.getIfUnique(SecurityContextHolder::getContextHolderStrategy);
        Refusal refusal = new Refusal();
        BearerTokenFilter bearer = new BearerTokenFilter(
                Stream.concat(Stream.of(access.tokens()), beans.stream()).toList(),
                defaults == null ? "ROLE_" : defaults.getRolePrefix(),
                contexts,
                events.getIfUnique(),
                refusal);

        http.securityMatcher(paths.all());
        // Default deny: whatever is not a plain read is for admins, and so is what nobody thought of.
        http.authorizeHttpRequests(requests -> requests.requestMatchers(paths.doctor())
                .hasAnyRole(access.adminRoles())
                .requestMatchers(method(HttpMethod.GET), method(HttpMethod.HEAD))
                .hasAnyRole(access.readerRoles())
                .anyRequest()
                .hasAnyRole(access.adminRoles()));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(refusal).accessDeniedHandler(refusal));

        // Before the check of the CSRF token, which a right bearer token makes needless.
        http.addFilterBefore(bearer, CsrfFilter.class);
        http.addFilterAfter(PassageGuard::pass, AuthorizationFilter.class);
        http.csrf(csrf -> csrf(csrf, contexts, csrfTokens, csrfHandler));
        http.cors(Customizer.withDefaults());

        // Sessions are the host's: one is used if it is there, none is begun, and no request is kept for after a login.
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        // Nobody is somebody: no role can be given to those who are not logged in.
        http.anonymous(AbstractHttpConfigurer::disable);
        return http.build();
    }

    @Bean
    WebMvcConfigurer sipwrightPassageGuard() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PassageGuard(new Refusal())).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    private static RequestMatcher method(HttpMethod method) {
        return request -> method.matches(request.getMethod());
    }

    private static void csrf(
            CsrfConfigurer<HttpSecurity> csrf,
            SecurityContextHolderStrategy contexts,
            ObjectProvider<CsrfTokenRepository> tokens,
            ObjectProvider<CsrfTokenRequestHandler> handler) {
        // Only a session has something to misuse. Nobody at all is answered 401, not 403, and gets no session for the
        // CSRF token that would be made for him.
        csrf.requireCsrfProtectionMatcher(request -> !NO_CHANGE.contains(request.getMethod())
                && !BearerTokenFilter.isBearer(request)
                && contexts.getContext().getAuthentication() != null);
        // The token has to be the one that the pages of the host hand out.
        tokens.ifUnique(csrf::csrfTokenRepository);
        handler.ifUnique(csrf::csrfTokenRequestHandler);
    }

    /** For an application that left out Spring Boot's part: the API stays closed, the rest is as it wanted. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(name = "springSecurityFilterChain")
    @EnableWebSecurity
    static class WebSecurityWithoutBoot {}
}
