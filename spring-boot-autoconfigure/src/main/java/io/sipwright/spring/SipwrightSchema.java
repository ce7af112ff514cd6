package io.sipwright.spring;

import io.sipwright.jdbc.SchemaInitializer;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Makes the tables at the start of the application, after Flyway and Liquibase and before anything uses them. Define a bean
 * of this type to do it differently.
 */
public class SipwrightSchema implements InitializingBean {

    private final DataSource dataSource;
    private final SchemaInitializer initializer;
    private final DatabaseInitializationMode mode;

    /**
     * @param dataSource that has the tables
     * @param initializer that makes them
     * @param mode when to make them
     */
    public SipwrightSchema(DataSource dataSource, SchemaInitializer initializer, DatabaseInitializationMode mode) {
        this.dataSource = dataSource;
        this.initializer = initializer;
        this.mode = mode;
    }

    @Override
    public void afterPropertiesSet() {
        boolean wanted = switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case EMBEDDED -> EmbeddedDatabaseConnection.isEmbedded(dataSource);
        };
        if (wanted) {
            initializer.run();
        }
    }
}
