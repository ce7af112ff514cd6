package io.sipwright.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Answers to what went wrong. */
final class Errors {

    private static final String PROBLEM = "SipwrightProblem";
    private static final String VIOLATION = "SipwrightViolation";

    private static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(400, "The body is not JSON, or a parameter or header can't be understood."),
            Map.entry(401, "Not known who you are."),
            Map.entry(403, "Known, but without the role."),
            Map.entry(404, "There is no such thing."),
            Map.entry(406, "Only JSON is answered."),
            Map.entry(
                    409,
                    "The name is taken, a template is gone that is needed, a plan is out of date,"
                            + " others' changes wait to be confirmed, or nothing does."),
            Map.entry(412, "It was changed meanwhile: If-Match names another version."),
            Map.entry(413, "The body is too large."),
            Map.entry(415, "Only JSON is understood."),
            Map.entry(422, "Refused. All that is wrong stands in 'violations', and nothing was stored."),
            Map.entry(500, "Something went wrong here. The log of the server says more."),
            Map.entry(501, "This host does not have that."),
            Map.entry(503, "The database is not reached, busy, read-only or not prepared."));

    private Errors() {}

    static void define(Components components) {
        Schema<?> violation = Json.object().required(List.of("field", "message", "code"));
        violation.addProperty("field", Json.text().description("Name of the member or parameter."));
        violation.addProperty("message", Json.text().description("For people."));
        violation.addProperty("code", Json.text().description("For programs."));
        components.addSchemas(VIOLATION, violation);

        Schema<?> problem = Json.object().required(List.of("type", "title", "status"));
        problem.addProperty("type", Json.text().description("urn:sipwright:problem: and one word, or about:blank."));
        problem.addProperty("title", Json.text());
        problem.addProperty("status", Json.of("integer").format("int32"));
        problem.addProperty("detail", Json.text());
        problem.addProperty("instance", Json.text().description("Path of the request."));
        problem.addProperty("success", Json.flag().description("False."));
        problem.addProperty("error", Json.text().description("The detail once more."));
        problem.addProperty("violations", Json.list(Json.ref(VIOLATION)));
        problem.addProperty("expected_version", Json.of("integer").format("int64"));
        problem.addProperty("actual_version", Json.of("integer").format("int64"));
        problem.addProperty(
                "deadline", Json.text("date-time").description("Until which others' changes wait to be confirmed."));
        components.addSchemas(PROBLEM, problem.description("A problem of RFC 9457."));
    }

    /** A reference: the same for all operations. */
    static ApiResponse answer(int status, Components components) {
        String name = "Sipwright" + status;
        components.addResponses(name, answer(status));
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    private static ApiResponse answer(int status) {
        MediaType problem = new MediaType().schema(Json.ref(PROBLEM));
        if (status == 422) {
            problem.setExample(Examples.INVALID);
        }
        ApiResponse response = new ApiResponse()
                .description(MEANINGS.get(status))
                .content(new Content().addMediaType("application/problem+json", problem));
        switch (status) {
            case 401 -> response.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, header("Bearer."));
            case 412 -> response.addHeaderObject(HttpHeaders.ETAG, header("The version there is, in quotes."));
            case 503 -> response.addHeaderObject(HttpHeaders.RETRY_AFTER, header("Seconds, if later may be better."));
            default -> {}
        }
        return response;
    }

    static Header header(String description) {
        return new Header().description(description).schema(Json.text());
    }
}
