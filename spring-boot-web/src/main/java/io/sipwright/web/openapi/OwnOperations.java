package io.sipwright.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes our operations, wherever in the document springdoc puts them, and leaves alone those of the host. Only paths and
 * names of parameters are springdoc's finding: all else would depend on settings of the host.
 */
final class OwnOperations implements GlobalOperationComponentsCustomizer {

    private static final String BEARER = "sipwrightBearer";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        return operation; // springdoc calls the other one
    }

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod method) {
        Class<?> controller = method.getBeanType();
        Description known = controller.getPackageName().equals(SipwrightOpenApiAutoConfiguration.CONTROLLERS)
                ? Descriptions.find(
                        controller.getSimpleName(), method.getMethod().getName())
                : null;
        if (known == null) {
            return operation;
        }
        Errors.define(components);
        components.addSecuritySchemes(
                BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        operation
                .operationId(known.id())
                .tags(List.of(known.tag()))
                .summary(known.summary())
                .security(List.of(new SecurityRequirement().addList(BEARER)))
                .requestBody(body(known, components, method))
                .responses(answers(known, components, method));
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .map(parameter -> Inputs.of(parameter.getName(), parameter.getIn()))
                    .toList());
        }
        return operation;
    }

    private static @Nullable RequestBody body(Description known, Components components, HandlerMethod method) {
        if (known.request() == null) {
            return null;
        }
        Content content = new Content();
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        for (String type : mapping == null ? new String[0] : mapping.consumes()) {
            content.addMediaType(
                    type, new MediaType().schema(known.request().in(components)).example(known.requestExample()));
        }
        return new RequestBody().required(true).content(content);
    }

    private static ApiResponses answers(Description known, Components components, HandlerMethod method) {
        // ResponseEntity<SomeRecord>
        ParameterizedType entity = (ParameterizedType) method.getMethod().getGenericReturnType();
        Schema<?> schema = new RecordSchemas(components).of((Class<?>) entity.getActualTypeArguments()[0]);
        MediaType json = new MediaType().schema(schema);
        if (known.answerExample() != null) {
            json.setExample(known.answerExample());
        }
        ApiResponse success = new ApiResponse()
                .description(known.status() == 201 ? "Stored." : "Done.")
                .content(new Content().addMediaType("application/json", json));
        if (known.etag()) {
            success.addHeaderObject(HttpHeaders.ETAG, Errors.header("The version, in quotes."));
        }
        if (known.status() == 201) {
            success.addHeaderObject(HttpHeaders.LOCATION, Errors.header("Path of the new object."));
        }
        ApiResponses answers = new ApiResponses().addApiResponse(String.valueOf(known.status()), success);
        known.problems()
                .forEach(status -> answers.addApiResponse(String.valueOf(status), Errors.answer(status, components)));
        return answers;
    }
}
