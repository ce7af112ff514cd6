package io.sipwright.spring;

import io.sipwright.template.TemplateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the files, and the places in them. */
final class TemplateFailureAnalyzer extends AbstractFailureAnalyzer<TemplateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TemplateException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the files named above, or remove their directory from sipwright.templates.",
                cause);
    }
}
