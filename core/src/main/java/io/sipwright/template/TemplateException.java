package io.sipwright.template;

import io.sipwright.error.SipwrightException;
import java.util.List;
import java.util.stream.Collectors;

/** Templates that can't be used, with all that is wrong with them. */
public final class TemplateException extends SipwrightException {

    private static final long serialVersionUID = 1L;

    private final transient List<TemplateProblem> problems;

    TemplateException(List<TemplateProblem> problems) {
        super(problems.stream()
                .map(TemplateProblem::toString)
                .collect(Collectors.joining("\n  ", "Templates can't be used:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<TemplateProblem> problems() {
        return problems;
    }
}
