package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** What Spring Boot tells whoever starts an application that can't start. */
final class FailedStart {

    private FailedStart() {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        SipwrightAriAutoConfiguration.class,
        SipwrightJdbcAutoConfiguration.class,
        SipwrightAutoConfiguration.class,
        SipwrightRealtimeAutoConfiguration.class
    })
    static class App {}

    static FailureAnalysis with(Path directory, String[] more, String... properties) {
        RecordedAnalysis.LAST.set(null);
        assertThatThrownBy(() -> new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .properties("spring.main.banner-mode=off", "sipwright.config-directory=" + directory)
                        .properties(more)
                        .properties(properties)
                        .run()
                        .close())
                .isNotNull();
        return Objects.requireNonNull(RecordedAnalysis.LAST.get(), "there was no analysis");
    }
}
