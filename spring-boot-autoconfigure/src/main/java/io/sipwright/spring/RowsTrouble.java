package io.sipwright.spring;

import io.sipwright.realtime.RealtimeException;
import io.sipwright.realtime.RealtimeException.Reason;
import io.sipwright.target.TargetException;

/** Says what to do where rows cannot be written. */
final class RowsTrouble {

    private static final String PREFIX = "sipwright.realtime";

    private RowsTrouble() {}

    /** Runs something that asks the database. */
    static void explained(Runnable work) {
        try {
            work.run();
        } catch (RealtimeException e) {
            throw explained(e, e);
        } catch (TargetException e) {
            throw e.getCause() instanceof RealtimeException cause ? explained(e, cause) : noStamps(e);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    PREFIX + ".enabled",
                    e.getMessage(),
                    "Mark the data source of another database with @SipwrightRealtimeDataSource, or set it to false, so"
                            + " that files are written.",
                    e);
        }
    }

    /** Whether it may go away by itself, as with an Asterisk that is not there yet. */
    static boolean mayPass(TargetException e) {
        return e.getCause() instanceof RealtimeException cause
                && (cause.reason() == Reason.UNREACHABLE || cause.reason() == Reason.BUSY);
    }

    private static SettingException explained(RuntimeException e, RealtimeException cause) {
        return new SettingException(PREFIX, e.getMessage(), action(cause.reason()), e);
    }

    private static SettingException noStamps(TargetException e) {
        return new SettingException(
                PREFIX + ".stamps",
                e.getMessage(),
                "Add the columns that RealtimeSchema.stampColumns() prints, or set it to false.",
                e);
    }

    private static String action(Reason reason) {
        return switch (reason) {
            case UNREACHABLE -> "See that the database runs, and look at the address of its data source.";
            case BUSY -> "Start again. If it stays so, look at who locks the tables.";
            case READ_ONLY -> "Connect to a database that can be written, not to a replica, with an account that may.";
            case NOT_PREPARED ->
                "Set sipwright.realtime.initialize-schema=always, or run the scripts of io/sipwright/realtime/schema"
                        + " yourself, for example with Flyway. If the tables are in another schema or have a prefix, set"
                        + " sipwright.realtime.schema and sipwright.realtime.table-prefix.";
            case PROBLEMS, REFUSED ->
                "See what the database says. If the account may not make tables, let another one run the scripts of"
                        + " io/sipwright/realtime/schema, and set sipwright.realtime.initialize-schema=never.";
        };
    }
}
