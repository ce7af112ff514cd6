package io.sipwright.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;

/** The parameters of operations, which have the same name where they mean the same. */
final class Inputs {

    private Inputs() {}

    static Parameter of(String name, String in) {
        Parameter parameter = new Parameter().name(name).in(in).required(in.equals("path"));
        return switch (name) {
            case "If-Match" ->
                parameter
                        .description("The ETag that the object must have; * or nothing for any.")
                        .schema(Json.text())
                        .example("\"1\"");
            case "limit" -> parameter.description("How many at most.").schema(Json.integer(1, 1000));
            case "after" ->
                parameter.description("The 'next' of the page before.").schema(text());
            case "active" -> parameter.schema(Json.flag());
            case "q" ->
                parameter.description("A part of the name or of a field.").schema(text());
            case "since" -> parameter.description("A generation; 0 by default.").schema(Json.integer(0));
            case "before" ->
                parameter
                        .description("The 'next' of the page before: a generation that is not on this one.")
                        .schema(Json.integer(1));
            case "confirm_within" ->
                parameter
                        .description("The change is taken back unless it is confirmed within this time:"
                                + " seconds, or a duration of ISO 8601; 1 second to 1 day.")
                        .schema(text())
                        .example("PT5M");
            case "plan" ->
                parameter
                        .description("The 'plan' of a plan: exactly that is done, or nothing.")
                        .schema(text());
            case "mode" ->
                parameter
                        .description("All of it or nothing, or what is valid of it; all by default.")
                        .schema(Json.words(List.of("all", "valid")));
            default -> parameter.schema(text());
        };
    }

    private static Schema<?> text() {
        return Json.text().maxLength(255);
    }
}
