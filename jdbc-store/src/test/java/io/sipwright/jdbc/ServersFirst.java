package io.sipwright.jdbc;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the servers before the time of a test begins to count. A busy machine needs a minute for it, and a start that
 * the time limit of one test interrupts would fail all that come later as well.
 */
public final class ServersFirst implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getRequiredTestClass().isAnnotationPresent(Timeout.class)) {
            PostgreSqlServer.dataSource();
            MariaDbServer.dataSource();
        }
    }
}
