package io.sipwright.jdbc;

import java.sql.Connection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Handles of Jdbi on connections that others open and close. They all come from one Jdbi, which remembers the statements
 * it has parsed: with a Jdbi of its own for each connection, parsing took many times as long as the database.
 */
final class Handles {

    private static final ThreadLocal<@Nullable Connection> NEXT = new ThreadLocal<>();
    private static final Jdbi JDBI = Jdbi.create(NEXT::get);

    private Handles() {}

    static Handle on(Connection connection) {
        NEXT.set(connection);
        try {
            return JDBI.open();
        } finally {
            NEXT.remove();
        }
    }
}
