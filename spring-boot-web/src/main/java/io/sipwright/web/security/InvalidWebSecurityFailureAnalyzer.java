package io.sipwright.web.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class InvalidWebSecurityFailureAnalyzer extends AbstractFailureAnalyzer<InvalidWebSecurityException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidWebSecurityException cause) {
        return new FailureAnalysis(
                "The security of Sipwright's REST API is not configured right:\n\n" + cause.getMessage(),
                "Correct these properties. The digest of a token is what this prints:"
                        + " printf %s \"$TOKEN\" | sha256sum",
                cause);
    }
}
