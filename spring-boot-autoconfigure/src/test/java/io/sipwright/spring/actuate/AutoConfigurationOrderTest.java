package io.sipwright.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/** A name that is not there orders nothing, and no one is told. */
class AutoConfigurationOrderTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                SipwrightEndpointAutoConfiguration.class,
                SipwrightHealthAutoConfiguration.class,
                SipwrightMetricsAutoConfiguration.class,
                SipwrightObservationAutoConfiguration.class
            })
    void it_is_listed_and_comes_after_auto_configurations_that_there_are(Class<?> type) {
        assertThat(ImportCandidates.load(AutoConfiguration.class, null)).contains(type.getName());
        assertThat(type.getAnnotation(AutoConfiguration.class).after()).isNotEmpty();
        assertThat(Stream.of(type.getAnnotation(AutoConfiguration.class).afterName()))
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }
}
