package io.sipwright.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * The constraints that stand on the specs themselves. Their messages are codes of our own bundle and are never
 * evaluated as an expression language, so that nothing of a request is either.
 */
final class BeanConstraints {

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    void check(Object spec, Findings findings) {
        validator.validate(spec).stream()
                .sorted(Comparator.comparing((ConstraintViolation<Object> violation) ->
                                violation.getPropertyPath().toString())
                        .thenComparing(
                                violation -> !violation.getMessageTemplate().endsWith(".required"))
                        .thenComparing(ConstraintViolation::getMessageTemplate))
                // One finding is enough for each: a name that is too long is mostly of a wrong form as well.
                .filter(violation -> !findings.has(violation.getPropertyPath().toString()))
                .forEach(violation -> findings.add(
                        violation.getPropertyPath().toString(),
                        violation.getMessageTemplate(),
                        violation.getInvalidValue() instanceof String text ? shortened(text) : null));
    }

    /** A megabyte of garbage is not repeated. */
    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
