package io.sipwright.web;

import io.sipwright.Sipwright;
import io.sipwright.spring.SipwrightAutoConfiguration;
import io.sipwright.spring.SipwrightDoctor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the REST API before the {@link Sipwright} of a servlet application that uses Spring MVC. */
@AutoConfiguration(after = SipwrightAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
@ConditionalOnBean(Sipwright.class)
@EnableConfigurationProperties(SipwrightWebProperties.class)
public final class SipwrightWebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Api sipwrightApi(Sipwright sipwright, SipwrightWebProperties properties) {
        return new Api(sipwright, properties);
    }

    @Bean
    @ConditionalOnMissingBean
    ApiWebMvc sipwrightWebMvc(
            SipwrightWebProperties properties, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new ApiWebMvc(properties, mappings);
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemAdvice sipwrightProblemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    @ConditionalOnMissingBean
    ProvidersController sipwrightProvidersController(Api api) {
        return new ProvidersController(api);
    }

    @Bean
    @ConditionalOnMissingBean
    UserTemplatesController sipwrightUserTemplatesController(Api api) {
        return new UserTemplatesController(api);
    }

    @Bean
    @ConditionalOnMissingBean
    TrunksController sipwrightTrunksController(Api api) {
        return new TrunksController(api);
    }

    @Bean
    @ConditionalOnMissingBean
    SipUsersController sipwrightSipUsersController(Api api) {
        return new SipUsersController(api);
    }

    @Bean
    @ConditionalOnMissingBean
    BulkController sipwrightBulkController(Api api) {
        return new BulkController(api);
    }

    @Bean
    @ConditionalOnMissingBean
    GenerationsController sipwrightGenerationsController(Api api) {
        return new GenerationsController(api);
    }

    @Bean
    @ConditionalOnMissingBean
    ConfirmationController sipwrightConfirmationController(Api api) {
        return new ConfirmationController(api);
    }

    @Bean
    @ConditionalOnMissingBean
    AsteriskController sipwrightAsteriskController(Api api, ObjectProvider<SipwrightDoctor> doctors) {
        return new AsteriskController(api, doctors);
    }
}
