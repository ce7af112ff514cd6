package io.sipwright.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Where the tables are that Asterisk reads.
 *
 * @param initializeSchema When to make them.
 * @param schema Schema of the tables; by default that of the connections.
 * @param tablePrefix What the names of all tables begin with.
 * @param stamps Whether the tables have columns for stamps, as ours do.
 */
@ConfigurationProperties("sipwright.realtime")
record SipwrightRealtimeProperties(
        @DefaultValue("embedded") DatabaseInitializationMode initializeSchema,
        @DefaultValue("") String schema,
        @DefaultValue("") String tablePrefix,
        @DefaultValue("true") boolean stamps) {}
