package io.sipwright.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of resources, without a host: what a request says about that is not to be trusted. */
final class Addresses {

    private Addresses() {}

    static URI below(HttpServletRequest request, String name) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .pathSegment(name)
                .build()
                .toUri();
    }
}
