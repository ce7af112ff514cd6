package io.sipwright.jdbc;

import io.sipwright.store.AfterCommit;
import java.sql.Connection;
import java.util.function.Function;

/** Runs work in a transaction: one of its own, or the caller's, which it never commits or rolls back. */
interface Transactions {

    <R> R reading(Function<Connection, R> work);

    /** The work may be run again when it had to give way to another transaction. */
    <R> R writing(Function<Connection, R> work);

    /** Runs a task once what was written counts. */
    void afterCommit(Runnable task);

    /** Whether this thread works in a transaction of the caller now. */
    boolean isJoined();

    /** Uses a connection of the caller, who commits it, and says when. */
    static Transactions joined(Connection connection, AfterCommit afterCommit) {
        return new Transactions() {
            @Override
            public <R> R reading(Function<Connection, R> work) {
                return SqlTrouble.translated(() -> work.apply(connection));
            }

            /** What fails is undone, and leaves the rest of the caller's transaction as it was. */
            @Override
            public <R> R writing(Function<Connection, R> work) {
                return SqlTrouble.translated(() -> JoinedWriting.run(connection, work));
            }

            @Override
            public void afterCommit(Runnable task) {
                afterCommit.run(task);
            }

            @Override
            public boolean isJoined() {
                return true;
            }
        };
    }

    /** Joins the transaction of the caller when there is one, and otherwise begins one of its own. */
    static Transactions joining(CallerTransaction caller, Transactions own) {
        return new Transactions() {
            private Transactions now() {
                return caller.connection()
                        .map(connection -> joined(connection, caller::afterCommit))
                        .orElse(own);
            }

            @Override
            public <R> R reading(Function<Connection, R> work) {
                return now().reading(work);
            }

            @Override
            public <R> R writing(Function<Connection, R> work) {
                return now().writing(work);
            }

            @Override
            public void afterCommit(Runnable task) {
                now().afterCommit(task);
            }

            @Override
            public boolean isJoined() {
                return now().isJoined();
            }
        };
    }
}
