package io.sipwright.spring;

import io.sipwright.store.StoreException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database is needed at the start, unlike Asterisk. */
final class StoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StoreException cause) {
        return new FailureAnalysis(cause.getMessage() + ".", action(cause.reason()), cause);
    }

    private static String action(StoreException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE ->
                "See that the database runs, and look at spring.datasource.url. It must be there when the application"
                        + " starts; Asterisk need not.";
            case BUSY, OUTCOME_UNKNOWN ->
                "Start again. If it stays so, look at who locks the tables, and give the pool of connections two or"
                        + " more.";
            case READ_ONLY -> "Connect to a database that can be written, not to a replica, with an account that may.";
            case NOT_PREPARED ->
                "Set sipwright.jdbc.initialize-schema=always, or run the scripts of io/sipwright/jdbc/schema yourself,"
                        + " for example with Flyway. If the tables are in another schema or have a prefix, set"
                        + " sipwright.jdbc.schema and sipwright.jdbc.table-prefix. Rows from before Sipwright are taken"
                        + " over by JdbcStore.adoption(...).";
            case REFUSED ->
                "See what the database says. If the account may not make tables, let another one run the scripts of"
                        + " io/sipwright/jdbc/schema, and set sipwright.jdbc.initialize-schema=never.";
        };
    }
}
