package io.sipwright.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Has the server decode the parameters before anyone asks for one: what it can't decode is the client's mistake. */
final class ParameterCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ApiController.class)) {
            try {
                request.getParameterMap();
            } catch (RuntimeException e) { // each server has an exception of its own for it
                throw new BadRequestException("The parameters can't be decoded.");
            }
        }
        return true;
    }
}
