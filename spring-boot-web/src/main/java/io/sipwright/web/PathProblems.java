package io.sipwright.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers requests that found no method of a controller, and so no advice: at our own addresses a wrong method or media type,
 * below them nothing at all. Those of the host's are left alone.
 */
final class PathProblems implements HandlerExceptionResolver {

    private static final List<String> ROOTS =
            List.of("/providers", "/user-templates", "/trunks", "/asterisk/sip-users");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final String basePath;

    PathProblems(ObjectProvider<RequestMappingHandlerMapping> mappings, String basePath) {
        this.mappings = mappings;
        this.basePath = basePath;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        boolean ours = isNothing(e) && isBelowRoot(request) || isMismatch(e) && handler == null && isMapped(request);
        if (!ours || response.isCommitted()) {
            return null;
        }
        ResponseEntity<Problem> problem = Problems.of(e, request.getRequestURI());
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            response.getOutputStream().write(ApiJson.write(Objects.requireNonNull(problem.getBody())));
            response.flushBuffer();
        } catch (IOException gone) {
            return new ModelAndView(); // no one listens any more
        }
        return new ModelAndView();
    }

    private static boolean isNothing(Exception e) {
        return e instanceof NoResourceFoundException || e instanceof NoHandlerFoundException;
    }

    private static boolean isMismatch(Exception e) {
        return e instanceof HttpRequestMethodNotSupportedException || e instanceof HttpMediaTypeException;
    }

    private boolean isBelowRoot(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return ROOTS.stream().anyMatch(root -> path.startsWith(basePath + root + "/"));
    }

    private boolean isMapped(HttpServletRequest request) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> isOurs(entry.getValue()))
                .map(Map.Entry::getKey)
                .map(RequestMappingInfo::getPathPatternsCondition)
                .anyMatch(patterns -> matches(patterns, request));
    }

    private static boolean matches(@Nullable PathPatternsRequestCondition patterns, HttpServletRequest request) {
        return patterns != null && patterns.getMatchingCondition(request) != null;
    }

    private static boolean isOurs(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ApiController.class);
    }
}
