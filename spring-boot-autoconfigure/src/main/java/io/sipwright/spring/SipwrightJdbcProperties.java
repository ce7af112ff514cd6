package io.sipwright.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Where the tables are.
 *
 * @param initializeSchema When to make or widen the tables.
 * @param schema Schema of the tables; by default that of the connections.
 * @param tablePrefix What the names of all tables begin with.
 */
@ConfigurationProperties("sipwright.jdbc")
record SipwrightJdbcProperties(
        @DefaultValue("embedded") DatabaseInitializationMode initializeSchema,
        @DefaultValue("") String schema,
        @DefaultValue("") String tablePrefix) {}
