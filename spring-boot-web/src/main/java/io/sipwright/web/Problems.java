package io.sipwright.web;

import io.sipwright.apply.StalePlanException;
import io.sipwright.render.UnknownTemplateException;
import io.sipwright.store.ConflictException;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.StaleVersionException;
import io.sipwright.store.StoreException;
import io.sipwright.store.UnconfirmedException;
import io.sipwright.validation.ValidationException;
import io.sipwright.validation.Violation;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** Makes problems of exceptions. Nothing that came with a request, but its path, comes back. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    private Problems() {}

    static ResponseEntity<Problem> of(Exception e, String instance) {
        if (e instanceof ValidationException invalid) {
            return invalid(invalid.violations(), instance);
        }
        if (e instanceof BadRequestException bad) {
            Problem problem = Problem.of(ProblemKind.BAD_REQUEST, text(bad), instance);
            return answer(bad.violations().isEmpty() ? problem : problem.with(bad.violations()));
        }
        if (e instanceof MalformedJsonException) {
            return answer(Problem.of(ProblemKind.MALFORMED_JSON, text(e), instance));
        }
        if (e instanceof HttpMessageNotReadableException) {
            return answer(Problem.of(ProblemKind.MALFORMED_JSON, "Expected a JSON object.", instance));
        }
        if (e instanceof BodyTooLargeException) {
            return answer(Problem.of(ProblemKind.TOO_LARGE, text(e), instance));
        }
        if (e instanceof NotProvidedException) {
            return answer(Problem.of(ProblemKind.NOT_PROVIDED, text(e), instance));
        }
        if (e instanceof UnknownTemplateException) {
            return answer(Problem.of(ProblemKind.TEMPLATE_GONE, text(e) + ".", instance));
        }
        if (e instanceof PlanOutdatedException) {
            return answer(Problem.of(ProblemKind.PLAN_OUTDATED, text(e), instance));
        }
        if (e instanceof NothingToConfirmException) {
            return answer(Problem.of(ProblemKind.NOTHING_TO_CONFIRM, text(e), instance));
        }
        if (e instanceof StalePlanException) {
            return answer(Problem.of(ProblemKind.PLAN_OUTDATED, text(e) + ".", instance));
        }
        if (e instanceof StoreException store) {
            return store(store, instance);
        }
        return e instanceof ErrorResponse framework ? framework(e, framework, instance) : internal(e, instance);
    }

    private static ResponseEntity<Problem> invalid(List<Violation> violations, String instance) {
        boolean duplicate = violations.stream().allMatch(Problems::isDuplicate);
        String first = violations.get(0).message();
        String detail = violations.size() == 1
                ? Texts.shortened(violations.get(0).path()) + ": " + first
                : violations.size() + " things are wrong; all of them stand in 'violations'.";
        ProblemKind kind = duplicate ? ProblemKind.DUPLICATE : ProblemKind.INVALID;
        return answer(Problem.of(kind, detail, instance).with(violations));
    }

    private static boolean isDuplicate(Violation violation) {
        return violation.code().equals("name.taken_by_trunk")
                || violation.code().equals("name.taken_by_user");
    }

    private static ResponseEntity<Problem> store(StoreException e, String instance) {
        if (e instanceof NotFoundException missing) {
            return answer(Problem.of(ProblemKind.NOT_FOUND, text(missing) + ".", instance));
        }
        if (e instanceof UnconfirmedException unconfirmed) {
            return answer(
                    Problem.of(ProblemKind.UNCONFIRMED, text(e) + ".", instance).withDeadline(unconfirmed.deadline()));
        }
        if (e instanceof ConflictException) {
            return answer(Problem.of(ProblemKind.DUPLICATE, text(e) + ".", instance));
        }
        if (e instanceof StaleVersionException stale) {
            // 0 stands for what was no version at all.
            Long expected = stale.expected() == 0 ? null : Long.valueOf(stale.expected());
            String detail = "'" + stale.name() + "' has version " + stale.actual() + ": it was changed meanwhile.";
            return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                    .header(HttpHeaders.ETAG, Precondition.etag(stale.actual()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problem.of(ProblemKind.STALE, detail, instance).withVersions(expected, stale.actual()));
        }
        return switch (e.reason()) {
            case UNREACHABLE ->
                later(e, ProblemKind.STORE_UNREACHABLE, "Nothing was changed. Later may be better.", instance);
            case BUSY -> later(e, ProblemKind.STORE_BUSY, "Nothing was changed. Again may be better.", instance);
            case READ_ONLY -> later(e, ProblemKind.STORE_READ_ONLY, "Nothing was changed.", instance);
            case NOT_PREPARED ->
                later(e, ProblemKind.STORE_NOT_PREPARED, "Its tables are not there, or not ready.", instance);
            case OUTCOME_UNKNOWN -> {
                LOG.warn("The outcome of a change is not known", e);
                // No Retry-After: who tries again without looking may do it twice.
                yield answer(Problem.of(
                        ProblemKind.OUTCOME_UNKNOWN,
                        "The connection was lost during the commit. Look before you try again.",
                        instance));
            }
            case REFUSED -> internal(e, instance);
        };
    }

    private static ResponseEntity<Problem> later(StoreException e, ProblemKind kind, String detail, String instance) {
        LOG.warn("The store did not do it: {}", e.getMessage());
        return ResponseEntity.status(kind.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(kind, detail, instance));
    }

    /** What Spring itself refuses. Its own words may quote the request. */
    private static ResponseEntity<Problem> framework(Exception e, ErrorResponse response, String instance) {
        int status = response.getStatusCode().value();
        ProblemKind kind = switch (status) {
            case 404 -> ProblemKind.NOT_FOUND;
            case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
            case 406 -> ProblemKind.NOT_ACCEPTABLE;
            case 413 -> ProblemKind.TOO_LARGE;
            case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemKind.BAD_REQUEST;
        };
        if (status >= 500) {
            return internal(e, instance);
        }
        Problem problem = Problem.of(kind, detail(e, kind), instance);
        return ResponseEntity.status(kind.status())
                .headers(headers -> headers.putAll(response.getHeaders()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String detail(Exception e, ProblemKind kind) {
        if (e instanceof HttpRequestMethodNotSupportedException method && method.getSupportedHttpMethods() != null) {
            return "Only " + method.getSupportedHttpMethods() + " can be done here.";
        }
        if (e instanceof HttpMediaTypeException media) {
            return "Supported: " + media.getSupportedMediaTypes() + ".";
        }
        return kind == ProblemKind.NOT_FOUND ? "There is nothing at this address." : kind.title() + ".";
    }

    private static ResponseEntity<Problem> internal(Exception e, String instance) {
        LOG.error("A request could not be answered", e);
        return answer(Problem.of(ProblemKind.INTERNAL, "The log of the server says more.", instance));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
