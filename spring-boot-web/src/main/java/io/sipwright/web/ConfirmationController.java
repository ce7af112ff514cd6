package io.sipwright.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Changes that are taken back unless they are confirmed. */
@ApiController
@RequestMapping(path = "/asterisk/confirmation", produces = MediaType.APPLICATION_JSON_VALUE)
class ConfirmationController {

    private final Api api;

    ConfirmationController(Api api) {
        this.api = api;
    }

    @GetMapping
    ResponseEntity<ConfirmationBody> get() {
        return Api.ok(new ConfirmationBody(
                true, api.sipwright().confirmation().map(PendingBody::of).orElse(null)));
    }

    @PostMapping("/confirm")
    ResponseEntity<ConfirmedBody> confirm(@Nullable Principal principal) {
        if (!api.as(principal).confirm()) {
            throw new NothingToConfirmException();
        }
        return Api.ok(new ConfirmedBody(true, "Confirmed"));
    }

    /** Takes the changes back now. */
    @PostMapping("/go-back")
    ResponseEntity<RestorationBody> goBack(@Nullable Principal principal) {
        return Api.ok(api.as(principal)
                .goBack()
                .map(change -> RestorationBody.of("Taken back", change, api, false))
                .orElseThrow(NothingToConfirmException::new));
    }
}
