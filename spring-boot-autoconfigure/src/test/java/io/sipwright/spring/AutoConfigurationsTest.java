package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.Configurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.ClassUtils;

/** The auto-configurations are of the form that Spring Boot asks for, and in an order that is meant. */
class AutoConfigurationsTest {

    private static final ClassLoader LOADER = AutoConfigurationsTest.class.getClassLoader();

    private static List<String> ours() {
        return ImportCandidates.load(AutoConfiguration.class, LOADER).getCandidates().stream()
                .filter(name -> name.startsWith("io.sipwright.spring."))
                .toList();
    }

    @Test
    void all_are_listed_in_the_order_of_the_alphabet() {
        assertThat(ours())
                .isSorted()
                .contains(Stream.of(Contexts.OURS).map(Class::getName).toArray(String[]::new));
    }

    @Test
    void all_are_public_and_final_and_have_no_public_members() throws Exception {
        for (String name : ours()) {
            Class<?> type = ClassUtils.forName(name, LOADER);
            assertThat(Modifier.isPublic(type.getModifiers())).as(name).isTrue();
            assertThat(Modifier.isFinal(type.getModifiers())).as(name).isTrue();
            List<Executable> members = new ArrayList<>(Arrays.asList(type.getDeclaredMethods()));
            // A constructor that no one has written is as public as its class.
            Stream.of(type.getDeclaredConstructors())
                    .filter(constructor -> constructor.getParameterCount() > 0)
                    .forEach(members::add);
            assertThat(members).as(name).noneMatch(member -> Modifier.isPublic(member.getModifiers()));
            assertThat(AnnotatedElementUtils.isAnnotated(type, AutoConfiguration.class))
                    .as(name)
                    .isTrue();
        }
    }

    /** A class that was moved is no error to Spring Boot: the order is gone, and nothing says so. */
    @Test
    void all_that_they_are_ordered_by_is_there() throws Exception {
        for (String name : ours()) {
            AnnotationAttributes order = AnnotatedElementUtils.getMergedAnnotationAttributes(
                    ClassUtils.forName(name, LOADER), AutoConfiguration.class);
            for (String attribute : List.of("afterName", "beforeName")) {
                assertThat(order.getStringArray(attribute))
                        .as(name)
                        .allMatch(other -> ClassUtils.isPresent(other, LOADER), "is there");
            }
        }
    }

    @Test
    void ours_come_after_those_whose_beans_they_ask_for() {
        List<String> sorted = sorted(
                "io.sipwright.spring.SipwrightAriAutoConfiguration",
                "io.sipwright.spring.SipwrightRealtimeAutoConfiguration",
                "io.sipwright.spring.SipwrightAutoConfiguration",
                "io.sipwright.spring.SipwrightJdbcAutoConfiguration",
                "io.sipwright.spring.SipwrightSecurityAutoConfiguration",
                "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.JndiDataSourceAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.XADataSourceAutoConfiguration",
                "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration");

        assertThat(sorted)
                .containsSubsequence(
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                        "io.sipwright.spring.SipwrightJdbcAutoConfiguration",
                        "io.sipwright.spring.SipwrightAutoConfiguration")
                .containsSubsequence(
                        "org.springframework.boot.jdbc.autoconfigure.JndiDataSourceAutoConfiguration",
                        "io.sipwright.spring.SipwrightJdbcAutoConfiguration")
                .containsSubsequence(
                        "org.springframework.boot.jdbc.autoconfigure.XADataSourceAutoConfiguration",
                        "io.sipwright.spring.SipwrightJdbcAutoConfiguration")
                .containsSubsequence(
                        "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration",
                        "io.sipwright.spring.SipwrightAutoConfiguration")
                .containsSubsequence(
                        "io.sipwright.spring.SipwrightSecurityAutoConfiguration",
                        "io.sipwright.spring.SipwrightAutoConfiguration")
                .containsSubsequence(
                        "org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration",
                        "io.sipwright.spring.SipwrightAriAutoConfiguration",
                        "io.sipwright.spring.SipwrightAutoConfiguration",
                        "io.sipwright.spring.SipwrightRealtimeAutoConfiguration");
    }

    private static List<String> sorted(String... names) {
        Class<?>[] types = Stream.of(names)
                .map(name -> ClassUtils.resolveClassName(name, LOADER))
                .toArray(Class<?>[]::new);
        return Stream.of(Configurations.getClasses(AutoConfigurations.of(types)))
                .map(Class::getName)
                .toList();
    }

    /** So that a condition is known without loading the class; the processor of Spring Boot writes it. */
    @Test
    void the_conditions_on_classes_are_in_the_metadata() throws IOException {
        Map<Object, Object> metadata =
                PropertiesLoaderUtils.loadAllProperties("META-INF/spring-autoconfigure-metadata.properties", LOADER);

        assertThat(metadata)
                .containsEntry(
                        "io.sipwright.spring.SipwrightJdbcAutoConfiguration.AutoConfigureAfter",
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
                .containsKey("io.sipwright.spring.SipwrightAriAutoConfiguration.ConditionalOnClass")
                .containsKey("io.sipwright.spring.SipwrightJdbcAutoConfiguration.ConditionalOnClass")
                .containsKey("io.sipwright.spring.SipwrightRealtimeAutoConfiguration.ConditionalOnClass")
                .containsKey("io.sipwright.spring.SipwrightSecurityAutoConfiguration.ConditionalOnClass");
    }
}
