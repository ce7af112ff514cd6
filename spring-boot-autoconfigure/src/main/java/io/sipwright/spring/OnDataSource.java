package io.sipwright.spring;

import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There is one data source, or one that is meant. */
final class OnDataSource extends AnyNestedCondition {

    OnDataSource() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnSingleCandidate(DataSource.class)
    static final class OnlyOne {}

    @Conditional(OnMark.class)
    static final class Marked {}

    /** Boot's own condition on an annotation does not see beans that are no default candidates, as a second one should be. */
    static final class OnMark extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ConfigurableListableBeanFactory beans = Objects.requireNonNull(context.getBeanFactory());
            String[] marked = Stream.of(beans.getBeanDefinitionNames())
                    .filter(name -> beans.findAnnotationOnBean(name, SipwrightDataSource.class, false) != null)
                    .toArray(String[]::new);
            ConditionMessage.Builder message = ConditionMessage.forCondition("@SipwrightDataSource");
            return marked.length == 0
                    ? ConditionOutcome.noMatch(message.because("no bean is marked with it"))
                    : ConditionOutcome.match(message.found("bean", "beans").items((Object[]) marked));
        }
    }
}
