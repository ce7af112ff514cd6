package io.sipwright.web;

import io.sipwright.Provisioned;
import io.sipwright.Restoration;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The former states of the whole. */
@ApiController
@RequestMapping(path = "/asterisk", produces = MediaType.APPLICATION_JSON_VALUE)
class GenerationsController {

    private static final int USUAL = 20;
    private static final int MOST = 1000;

    private final Api api;

    GenerationsController(Api api) {
        this.api = api;
    }

    /** The newest generations, or the newest before one. */
    @GetMapping("/history")
    ResponseEntity<GenerationsBody> history(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String before) {
        Parameters parameters = new Parameters();
        int most = (int) parameters.number("limit", limit, USUAL, 1, MOST);
        long end = parameters.number("before", before, Long.MAX_VALUE, 1, Long.MAX_VALUE);
        parameters.check();
        return Api.ok(GenerationsBody.of(api.sipwright().history().list(most + 1, end), most));
    }

    /** Brings back what everything was at a generation. */
    @PostMapping(path = "/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RestorationBody> restore(
            @RequestBody RequestObject body,
            @RequestParam(name = Parameters.CONFIRM_WITHIN, required = false) @Nullable String confirmWithin,
            @Nullable Principal principal) {
        Provisioned<Restoration> restored =
                api.as(principal, confirmWithin).history().restore(History.generation(body));
        return Api.ok(RestorationBody.of("Restored", restored, api, confirmWithin != null));
    }
}
