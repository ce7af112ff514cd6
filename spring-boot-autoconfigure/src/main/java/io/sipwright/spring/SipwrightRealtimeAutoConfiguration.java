package io.sipwright.spring;

import io.sipwright.ami.AmiReloader;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.realtime.RealtimeSchema;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.TargetException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Auto-configuration for rows that Asterisk reads, in the database of the store or in another one. */
@AutoConfiguration(after = SipwrightAutoConfiguration.class)
@ConditionalOnClass({RealtimeTarget.class, DataSourceAutoConfiguration.class})
@ConditionalOnBooleanProperty(name = "sipwright.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty("sipwright.realtime.enabled")
@ConditionalOnBean({AsteriskVersion.class, ProvisioningStore.class})
@EnableConfigurationProperties(SipwrightRealtimeProperties.class)
public final class SipwrightRealtimeAutoConfiguration {

    @Bean
    SharedRows sipwrightSharedRows(RealtimeTarget target) {
        return new SharedRows(target);
    }

    /** With the module that speaks to Asterisk. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(AmiReloader.class)
    static class DoctorConfiguration {

        @Bean
        RealtimeExaminer sipwrightRealtimeExaminer() {
            return new RealtimeExaminer();
        }
    }

    /** Where the host has no target of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(RealtimeTarget.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class TargetConfiguration {

        private static final Logger LOG = LoggerFactory.getLogger(SipwrightRealtimeAutoConfiguration.class);

        private final DataSource dataSource;
        private final boolean inDatabaseOfStore;
        private final SipwrightRealtimeProperties properties;

        TargetConfiguration(
                ObjectProvider<StoreDataSource> store,
                ObjectProvider<DataSource> dataSource,
                @SipwrightRealtimeDataSource ObjectProvider<DataSource> marked,
                SipwrightRealtimeProperties properties) {
            StoreDataSource ofStore = store.getIfAvailable();
            this.dataSource = StoreDataSource.withoutProxy(marked.getIfAvailable(() -> unmarked(ofStore, dataSource)));
            this.inDatabaseOfStore = ofStore != null && ofStore.dataSource() == this.dataSource;
            this.properties = properties;
        }

        private static DataSource unmarked(@Nullable StoreDataSource ofStore, ObjectProvider<DataSource> dataSource) {
            DataSource found = ofStore == null ? dataSource.getIfUnique() : ofStore.dataSource();
            if (found == null) {
                throw new SettingException(
                        "sipwright.realtime.enabled",
                        "it is open which data source has the tables that Asterisk reads",
                        "Mark one with @SipwrightRealtimeDataSource, or define a bean of the type RealtimeTarget.",
                        null);
            }
            return found;
        }

        @Bean
        @ConditionalOnMissingBean
        SipwrightRealtimeSchema sipwrightRealtimeSchema() {
            RealtimeSchema schema =
                    named(() -> RealtimeSchema.of(dataSource, properties.schema(), properties.tablePrefix()));
            return new SipwrightRealtimeSchema(dataSource, schema, properties.initializeSchema());
        }

        @Bean
        @DependsOnDatabaseInitialization
        RealtimeTarget sipwrightRealtimeTarget(AsteriskVersion version) {
            RealtimeTarget target = named(RealtimeTarget.builder(dataSource)
                    .schema(properties.schema())
                    .tablePrefix(properties.tablePrefix())
                    .asteriskVersion(version)
                    .stamps(properties.stamps())
                    .inDatabaseOfStore(inDatabaseOfStore)::build);
            RowsTrouble.explained(() -> requireTables(target));
            return target;
        }

        private static <T> T named(Supplier<T> made) {
            try {
                return made.get();
            } catch (IllegalArgumentException e) {
                throw new SettingException(
                        "sipwright.realtime",
                        e.getMessage(),
                        "Correct sipwright.realtime.schema or sipwright.realtime.table-prefix.",
                        e);
            }
        }

        /** A database that is not the store's may come later, as an Asterisk may; one that can't serve is told of now. */
        private void requireTables(RealtimeTarget target) {
            try {
                target.generation();
            } catch (TargetException e) {
                if (inDatabaseOfStore || !RowsTrouble.mayPass(e)) {
                    throw e;
                }
                LOG.warn("Rows can't be written yet: {}", e.getMessage());
            }
        }
    }
}
