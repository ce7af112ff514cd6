package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.target.ConfigFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.util.unit.DataSize;

/** Which beans there are, and when. */
class SipwrightWebAutoConfigurationTest {

    @TempDir
    Path directory;

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ConfigurationPropertiesAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    SipwrightWebAutoConfiguration.class));

    private Sipwright sipwright() {
        return Sipwright.builder()
                .target(ConfigFiles.in(directory))
                .applying(Applying.ON_REQUEST)
                .build();
    }

    private WebApplicationContextRunner withSipwright() {
        return runner.withBean(Sipwright.class, this::sipwright);
    }

    @Test
    void isFound() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(SipwrightWebAutoConfiguration.class.getName());
    }

    @Test
    void hasDefaults() {
        withSipwright().run(context -> {
            SipwrightWebProperties properties = context.getBean(SipwrightWebProperties.class);
            assertThat(properties)
                    .isEqualTo(
                            new SipwrightWebProperties("/api", Duration.ofSeconds(10), DataSize.ofMegabytes(1), 100));
            assertThat(context).hasSingleBean(TrunksController.class);
        });
    }

    @Test
    void refusesNonsense() {
        for (String wrong : List.of(
                "base-path=api",
                "base-path=/api/",
                "base-path=/a b",
                "apply-timeout=-1s",
                "page-size=0",
                "page-size=1001",
                "max-body-size=0B",
                "max-body-size=2GB")) {
            withSipwright()
                    .withPropertyValues("sipwright.web." + wrong)
                    .run(context -> assertThat(context).as(wrong).hasFailed());
        }
    }

    @Test
    void needsASipwrightAndAServletApplication() {
        runner.run(context ->
                assertThat(context).doesNotHaveBean(TrunksController.class).hasNotFailed());
        new ApplicationContextRunner()
                .withBean(Sipwright.class, this::sipwright)
                .withConfiguration(AutoConfigurations.of(SipwrightWebAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(Api.class));
        new ReactiveWebApplicationContextRunner()
                .withBean(Sipwright.class, this::sipwright)
                .withConfiguration(AutoConfigurations.of(SipwrightWebAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(Api.class));
    }

    @Test
    void doesWithoutAmi() {
        withSipwright()
                .withClassLoader(new FilteredClassLoader("io.sipwright.ami"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AsteriskController.class));
    }

    @Test
    void everyBeanCanBeReplaced() {
        withSipwright()
                .withBean("ownAdvice", ProblemAdvice.class, ProblemAdvice::new)
                .withBean("ownTrunks", TrunksController.class, () -> new TrunksController(api()))
                .withBean("ownUsers", SipUsersController.class, () -> new SipUsersController(api()))
                .withBean("ownBulk", BulkController.class, () -> new BulkController(api()))
                .withBean("ownProviders", ProvidersController.class, () -> new ProvidersController(api()))
                .withBean("ownTemplates", UserTemplatesController.class, () -> new UserTemplatesController(api()))
                .run(context -> {
                    assertThat(context.getBeanDefinitionNames())
                            .doesNotContain(
                                    "sipwrightProblemAdvice",
                                    "sipwrightTrunksController",
                                    "sipwrightSipUsersController",
                                    "sipwrightBulkController",
                                    "sipwrightProvidersController",
                                    "sipwrightUserTemplatesController");
                    assertThat(context).hasSingleBean(AsteriskController.class);
                });
    }

    private Api api() {
        return new Api(sipwright(), new SipwrightWebProperties("/api", Duration.ZERO, DataSize.ofMegabytes(1), 100));
    }
}
