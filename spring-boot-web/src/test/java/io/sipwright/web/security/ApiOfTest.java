package io.sipwright.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands for the controllers: answers every verb with who asked. */
@RestController
class ApiOfTest {

    /** In every answer that must not get out. */
    static final String DATA = "secret data";

    @RequestMapping({
        "${sipwright.web.base-path:/api}/providers",
        "${sipwright.web.base-path:/api}/user-templates/{name}",
        "${sipwright.web.base-path:/api}/trunks",
        "${sipwright.web.base-path:/api}/trunks/",
        "${sipwright.web.base-path:/api}/trunks/{name}",
        "${sipwright.web.base-path:/api}/trunks/preview",
        "${sipwright.web.base-path:/api}/asterisk/sip-users/**",
        "${sipwright.web.base-path:/api}/asterisk/doctor",
        "${sipwright.web.base-path:/api}/asterisk/doctor/"
    })
    String answer(HttpServletRequest request) {
        return DATA + " for " + request.getUserPrincipal().getName() + " by " + request.getMethod();
    }

    @GetMapping("${sipwright.web.base-path:/api}/asterisk/later")
    Callable<String> later(HttpServletRequest request) {
        return () -> DATA + " for " + request.getUserPrincipal().getName() + ", later";
    }

    @GetMapping("${sipwright.web.base-path:/api}/asterisk/error")
    void error(HttpServletResponse response) throws IOException {
        response.sendError(418, "I am a teapot");
    }
}
