package io.sipwright.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The second lock: the API's controllers answer only requests that the filter chain has let pass. A chain can be got
 * around without anybody meaning to open the API: {@code web.ignoring()} with a wide pattern, a filter that is not
 * registered, a dispatcher servlet or a matching of paths that the chain knows nothing of. Looks at the controller, not
 * at the path, so it does not depend on how paths are read.
 */
class PassageGuard implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(PassageGuard.class);
    private static final String PASSED = PassageGuard.class.getName() + ".PASSED";
    private static final String PACKAGE = "io.sipwright.web";

    private final AtomicBoolean told = new AtomicBoolean();
    private final Refusal refusal;

    PassageGuard(Refusal refusal) {
        this.refusal = refusal;
    }

    /** A filter: the end of the chain. */
    static void pass(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(PASSED, true);
        chain.doFilter(request, response);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!isOurs(handler) || request.getAttribute(PASSED) != null) {
            return true;
        }
        if (told.compareAndSet(false, true)) {
            LOG.error("A request came to Sipwright's REST API around its security filter chain and was refused, as will"
                    + " be all others. Is the filter springSecurityFilterChain registered, and does no"
                    + " WebSecurityCustomizer ignore these paths?");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        refusal.unauthorized(response);
        return false;
    }

    private static boolean isOurs(Object handler) {
        Class<?> type = handler instanceof HandlerMethod method ? method.getBeanType() : handler.getClass();
        return (type.getPackageName() + ".").startsWith(PACKAGE + ".");
    }
}
