package io.sipwright.spring;

import io.sipwright.realtime.RealtimeSchema;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Makes the tables that Asterisk reads at the start of the application, after Flyway and Liquibase and before anything uses
 * them. Define a bean of this type to do it differently.
 */
public class SipwrightRealtimeSchema implements InitializingBean {

    private final DataSource dataSource;
    private final RealtimeSchema schema;
    private final DatabaseInitializationMode mode;

    /**
     * @param dataSource that has the tables
     * @param schema that makes them
     * @param mode when to make them
     */
    public SipwrightRealtimeSchema(DataSource dataSource, RealtimeSchema schema, DatabaseInitializationMode mode) {
        this.dataSource = dataSource;
        this.schema = schema;
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
            RowsTrouble.explained(schema::run);
        }
    }
}
