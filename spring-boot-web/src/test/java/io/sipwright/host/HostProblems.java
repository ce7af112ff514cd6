package io.sipwright.host;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What belongs to the host, below the same path as the API and with names like its own. */
@RestController
public class HostProblems {

    record Problem(String ofTheHost) {}

    @GetMapping("/api/of-the-host")
    ResponseEntity<Problem> list() {
        return ResponseEntity.ok(new Problem("x"));
    }

    @RestControllerAdvice
    public static class Advice {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.PAYMENT_REQUIRED)
        Problem any(IllegalStateException e) {
            return new Problem("y");
        }
    }
}
