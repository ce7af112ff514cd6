package io.sipwright.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to come by a keyset. */
final class NoKeysetFailureAnalyzer extends AbstractFailureAnalyzer<NoKeysetException> {

    private static final String ACTION = """
            Choose one:
              - sipwright.secrets.keyset-location=file:/some/place/keyset.json, and sipwright.secrets.create-keyset=true \
            to have it made at the first start. A path of the file system begins with 'file:'; its directory must be there.
              - sipwright.secrets.keyset with the keyset itself, from the environment.
              - sipwright.secrets.plain-text=true, to store passwords as they are.
              - sipwright.enabled=false, if this application provisions nothing.""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoKeysetException cause) {
        Throwable why = cause.getCause();
        String description = cause.getMessage() + (why == null ? "." : ": " + why.getMessage());
        return new FailureAnalysis(description, ACTION, cause);
    }
}
