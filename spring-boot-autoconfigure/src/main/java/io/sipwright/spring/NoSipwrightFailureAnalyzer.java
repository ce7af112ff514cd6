package io.sipwright.spring;

import io.sipwright.Sipwright;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Boot would say that there is no store, which is true, and leaves open why. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class NoSipwrightFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

    private final BeanFactory beans;
    private final Environment environment;

    NoSipwrightFailureAnalyzer(BeanFactory beans, Environment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
        if (cause.getBeanType() != Sipwright.class || cause.getNumberOfBeansFound() > 0) {
            return null;
        }
        if (!environment.getProperty("sipwright.enabled", Boolean.class, true)) {
            return new FailureAnalysis(
                    "There is no Sipwright, because sipwright.enabled is false.",
                    "Set sipwright.enabled=true, or have Sipwright injected as an ObjectProvider.",
                    cause);
        }
        if (!(beans instanceof ListableBeanFactory all)) {
            return null;
        }
        String[] names = all.getBeanNamesForType(DataSource.class, true, false);
        return switch (names.length) {
            case 0 ->
                new FailureAnalysis(
                        "There is no Sipwright, because there is no data source to keep its tables in.",
                        "Set spring.datasource.url, or define a bean of the type ProvisioningStore.",
                        cause);
            case 1 -> null;
            default ->
                new FailureAnalysis(
                        "There is no Sipwright, because it is open which data source it keeps its tables in: "
                                + String.join(", ", names) + ".",
                        "Mark one of them with @SipwrightDataSource, or make it @Primary.",
                        cause);
        };
    }
}
