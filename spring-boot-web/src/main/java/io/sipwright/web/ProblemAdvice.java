package io.sipwright.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers what goes wrong in our controllers, and in no others; before any advice of the host. Hidden from springdoc, which
 * would put the answers of any advice into the operations of the host; without springdoc the annotation is not there.
 */
@Hidden
@RestControllerAdvice(annotations = ApiController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> problem(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e; // Spring Security answers these
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null; // no one listens any more
        }
        return Problems.of(e, request.getRequestURI());
    }
}
