package io.sipwright.spring;

import io.sipwright.secret.SecretCipherException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The keyset is none, or not the one that the database was sealed with. */
final class SecretCipherFailureAnalyzer extends AbstractFailureAnalyzer<SecretCipherException> {

    private static final String ACTION = """
            Give the keyset that this database was sealed with, whole, as sipwright.secrets.keyset or in the file that \
            sipwright.secrets.keyset-location names. If sipwright.secrets.create-keyset has made a new file because the \
            right one was not there, put the right one back. Without its keyset no password of a database can be read.""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SecretCipherException cause) {
        return new FailureAnalysis(
                "The keys do not fit: " + cause.getMessage() + ". Nothing was changed.", ACTION, cause);
    }
}
