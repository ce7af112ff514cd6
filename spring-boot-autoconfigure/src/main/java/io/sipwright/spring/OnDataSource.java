package io.sipwright.spring;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;

/** There is one data source, or one that is meant. */
final class OnDataSource extends AnyNestedCondition {

    OnDataSource() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnSingleCandidate(DataSource.class)
    static final class OnlyOne {}

    @ConditionalOnBean(annotation = SipwrightDataSource.class)
    static final class Marked {}
}
