package io.sipwright.host;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an application has besides the API. */
@RestController
public class HostPages {

    @GetMapping({"/host", "/api/host"})
    String host(Principal principal) {
        return "host page for " + (principal == null ? "nobody" : principal.getName());
    }

    @PostMapping("/host")
    String change() {
        return "host changed";
    }

    /** As a page of the host would have it in its forms. */
    @GetMapping("/host/csrf")
    String csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token.getHeaderName() + ": " + token.getToken();
    }
}
