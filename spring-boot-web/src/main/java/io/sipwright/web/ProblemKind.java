package io.sipwright.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The problems there are. Their words are part of the API. */
enum ProblemKind {
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body can't be read"),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request can't be understood"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This can't be done here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Only JSON is answered"),
    DUPLICATE(HttpStatus.CONFLICT, "The name is taken"),
    TEMPLATE_GONE(HttpStatus.CONFLICT, "The template is not there any more"),
    PLAN_OUTDATED(HttpStatus.CONFLICT, "The plan is out of date"),
    UNCONFIRMED(HttpStatus.CONFLICT, "Other changes wait to be confirmed"),
    NOTHING_TO_CONFIRM(HttpStatus.CONFLICT, "Nothing waits to be confirmed"),
    STALE(HttpStatus.PRECONDITION_FAILED, "It was changed meanwhile"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Only JSON is understood"),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The request is refused"),
    NOT_PROVIDED(HttpStatus.NOT_IMPLEMENTED, "This host does not have that"),
    STORE_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "The database is not reached"),
    STORE_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "The database is busy"),
    STORE_READ_ONLY(HttpStatus.SERVICE_UNAVAILABLE, "The database lets nothing be changed"),
    STORE_NOT_PREPARED(HttpStatus.SERVICE_UNAVAILABLE, "The database is not prepared"),
    OUTCOME_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE, "Whether it was stored is not known"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here");

    private final HttpStatus status;
    private final String title;

    ProblemKind(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
