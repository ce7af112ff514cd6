package io.sipwright.web.openapi;

import io.sipwright.Sipwright;
import io.sipwright.web.SipwrightWebAutoConfiguration;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Describes the REST API where the host has springdoc: in the host's own document and in a group of its own. Comes before
 * springdoc, which looks for groups early.
 */
@AutoConfiguration(
        after = SipwrightWebAutoConfiguration.class,
        beforeName = {
            "org.springdoc.core.configuration.SpringDocConfiguration",
            "org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration",
            "org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({GroupedOpenApi.class, GlobalOperationComponentsCustomizer.class})
@ConditionalOnBean(Sipwright.class)
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
public final class SipwrightOpenApiAutoConfiguration {

    /** Where our controllers are. The base path does not matter. */
    static final String CONTROLLERS = "io.sipwright.web";

    /** Only if wanted: with any group, Swagger UI shows groups only, and a host without others would miss its own paths. */
    @Bean
    @ConditionalOnMissingBean(name = "sipwrightOpenApi")
    @ConditionalOnBooleanProperty("sipwright.web.open-api-group")
    GroupedOpenApi sipwrightOpenApi() {
        return GroupedOpenApi.builder()
                .group("sipwright")
                .displayName("Sipwright")
                .packagesToScan(CONTROLLERS)
                .addOpenApiCustomizer(document -> document.info(new Info()
                        .title("Sipwright")
                        .version("1")
                        .description("Provisions Asterisk PJSIP: carrier trunks and SIP users."
                                + " Every error is a problem of RFC 9457.")))
                .build();
    }

    @Bean
    @ConditionalOnMissingBean
    OwnOperations sipwrightOpenApiOperations() {
        return new OwnOperations();
    }

    @Bean
    @ConditionalOnMissingBean
    OwnTypes sipwrightOpenApiTypes() {
        return new OwnTypes();
    }
}
