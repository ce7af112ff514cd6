package io.sipwright.spring;

import io.sipwright.jdbc.JdbcStore;
import io.sipwright.jdbc.SchemaInitializer;
import io.sipwright.secret.SecretCipher;
import io.sipwright.store.ProvisioningStore;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/** Auto-configuration for a store in the host's database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({JdbcStore.class, DataSourceAutoConfiguration.class})
@ConditionalOnBooleanProperty(name = "sipwright.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(ProvisioningStore.class)
@Conditional(OnDataSource.class)
@EnableConfigurationProperties({SipwrightJdbcProperties.class, SipwrightSecretsProperties.class})
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class SipwrightJdbcAutoConfiguration {

    private final DataSource dataSource;
    private final SipwrightJdbcProperties properties;

    SipwrightJdbcAutoConfiguration(
            ObjectProvider<DataSource> dataSource,
            @SipwrightDataSource ObjectProvider<DataSource> marked,
            SipwrightJdbcProperties properties) {
        this.dataSource = StoreDataSource.withoutProxy(marked.getIfAvailable(dataSource::getObject));
        this.properties = properties;
    }

    @Bean
    StoreDataSource sipwrightStoreDataSource() {
        return new StoreDataSource(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    SecretCipher sipwrightSecretCipher(SipwrightSecretsProperties secrets) {
        return new KeysetSource(secrets).cipher(dataSource);
    }

    @Bean
    @ConditionalOnMissingBean
    SipwrightSchema sipwrightSchema() {
        SchemaInitializer initializer = SchemaInitializer.of(dataSource, properties.schema(), properties.tablePrefix());
        return new SipwrightSchema(dataSource, initializer, properties.initializeSchema());
    }

    @Bean
    @DependsOnDatabaseInitialization
    JdbcStore sipwrightStore(SecretCipher cipher) {
        return JdbcStore.builder(dataSource, cipher)
                .schema(properties.schema())
                .tablePrefix(properties.tablePrefix())
                .callerTransaction(new SpringCallerTransaction(dataSource))
                .build();
    }
}
