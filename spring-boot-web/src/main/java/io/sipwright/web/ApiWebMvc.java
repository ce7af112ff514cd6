package io.sipwright.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts our controllers below their path, and gives them their JSON and their errors. Changes nothing for others. */
final class ApiWebMvc implements WebMvcConfigurer {

    private final SipwrightWebProperties properties;
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ApiWebMvc(SipwrightWebProperties properties, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.properties = properties;
        this.mappings = mappings;
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer configurer) {
        if (!properties.basePath().isEmpty()) {
            configurer.addPathPrefix(properties.basePath(), HandlerTypePredicate.forAnnotation(ApiController.class));
        }
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.addCustomConverter(
                new ApiJsonConverter((int) properties.maxBodySize().toBytes()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterCheck());
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, new PathProblems(mappings, properties.basePath()));
    }
}
