package io.sipwright.web.security;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/** Where the API is. */
class ApiPaths {

    private static final List<String> PREFIXES = List.of("/providers", "/user-templates", "/trunks", "/asterisk");

    /** Nothing that a pattern, or a decoder, would take for more than it looks like. */
    private static final Pattern BASE_PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*");

    private final String basePath;
    private final PathPatternRequestMatcher.Builder patterns;

    private ApiPaths(String basePath, PathPatternRequestMatcher.Builder patterns) {
        this.basePath = basePath;
        this.patterns = patterns;
    }

    /**
     * @param basePath as configured; empty or {@code /} for none
     * @param servletPath of the dispatcher servlet, {@code /} by default
     * @throws InvalidWebSecurityException if the base path is none
     */
    static ApiPaths of(String basePath, String servletPath) {
        String base = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
        if (!BASE_PATH.matcher(base).matches()) {
            throw new InvalidWebSecurityException(List.of("sipwright.web.base-path is no path: it begins with / and has"
                    + " letters, digits and - . _ ~ between its slashes, no patterns and nothing encoded"));
        }

        // An application may have told Spring MVC to ignore case: then /API/TRUNKS is the API as well. Here it always
        // is.
        PathPatternParser parser = new PathPatternParser();
        parser.setCaseSensitive(false);
        PathPatternRequestMatcher.Builder patterns = PathPatternRequestMatcher.withPathPatternParser(parser);
        return new ApiPaths(base, servletPath.equals("/") ? patterns : patterns.basePath(servletPath));
    }

    /** What is ours; all else is the host's. */
    RequestMatcher all() {
        Stream<RequestMatcher> matchers = PREFIXES.stream().map(this::below);
        return new OrRequestMatcher(matchers.toList());
    }

    /** Reads, but looks around in the host's machine and asks Asterisk. */
    RequestMatcher doctor() {
        return below("/asterisk/doctor");
    }

    private RequestMatcher below(String prefix) {
        return patterns.matcher(basePath + prefix + "/**");
    }

    @Override
    public String toString() {
        return basePath.isEmpty() ? "/" : basePath;
    }
}
