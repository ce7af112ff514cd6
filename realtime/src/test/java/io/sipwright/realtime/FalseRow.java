package io.sipwright.realtime;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.user.SipUserPatch;
import java.util.function.Function;

/**
 * Ways in which a database takes our rows, or seems to, and Asterisk runs something else. Each begins with alice and carol
 * running, makes one change, and names an object that must be found to differ.
 */
enum FalseRow {
    VALUE_THAT_ASTERISK_DOES_NOT_TAKE(
            "endpoint dave MISSING",
            "does not take a value of its row",
            FalseRow::create,
            trigger("ps_endpoints", "NEW.dtmf_mode := ''smoke''"),
            noTrigger()),
    CHANGED_TO_A_BAD_VALUE(
            "endpoint alice MISSING",
            "does not take a value of its row",
            FalseRow::rename,
            trigger("ps_endpoints", "NEW.dtmf_mode := ''smoke''"),
            noTrigger()),
    OTHER_VALUE_THAN_WAS_WRITTEN(
            "endpoint dave OTHER_VERSION",
            "its option 'context'",
            FalseRow::create,
            trigger("ps_endpoints", "NEW.context := ''evil''"),
            noTrigger()),
    SEMICOLON_THAT_IS_NOT_ESCAPED(
            "auth alice OTHER_VERSION",
            "its option 'password'",
            FalseRow::password,
            trigger("ps_auths", "NEW.password := replace(NEW.password, ''^3B'', '';'')"),
            noTrigger()),
    PASSWORD_THAT_WAS_CUT(
            "auth alice OTHER_VERSION",
            "its option 'password'",
            FalseRow::password,
            trigger("ps_auths", "NEW.password := left(NEW.password, 8)"),
            noTrigger()),
    OTHER_STAMP(
            "endpoint dave OTHER_VERSION",
            "its row is another one",
            FalseRow::create,
            trigger("ps_endpoints", "NEW.\"@rev\" := NEW.\"@rev\" || ''x''"),
            noTrigger()),
    INSERT_THAT_DOES_NOTHING(
            "auth dave MISSING",
            "the row is gone",
            FalseRow::create,
            "CREATE RULE sabotage AS ON INSERT TO ps_auths DO INSTEAD NOTHING",
            "DROP RULE sabotage ON ps_auths"),
    UPDATE_THAT_DOES_NOTHING(
            "auth alice OTHER_VERSION",
            "its row is another one",
            FalseRow::password,
            "CREATE RULE sabotage AS ON UPDATE TO ps_auths DO INSTEAD NOTHING",
            "DROP RULE sabotage ON ps_auths"),
    DELETE_THAT_DOES_NOTHING(
            "endpoint carol NOT_REMOVED",
            "its row is there",
            FalseRow::delete,
            "CREATE RULE sabotage AS ON DELETE TO ps_endpoints DO INSTEAD NOTHING",
            "DROP RULE sabotage ON ps_endpoints; DELETE FROM ps_endpoints WHERE id = 'carol'"),
    TABLE_THAT_ASTERISK_MAY_NOT_READ(
            "auth dave MISSING",
            "its user may not read the table",
            FalseRow::create,
            "REVOKE SELECT ON ps_auths FROM reader_of_%1$s",
            "GRANT SELECT ON ps_auths TO reader_of_%1$s"),
    COLUMN_THAT_ASTERISK_MAY_NOT_READ(
            "aor dave MISSING",
            "its user may not read the table",
            FalseRow::create,
            "REVOKE SELECT ON ps_aors FROM reader_of_%1$s;\nGRANT SELECT (id) ON ps_aors TO reader_of_%1$s",
            "GRANT SELECT ON ps_aors TO reader_of_%1$s"),
    ROWS_THAT_ASTERISK_DOES_NOT_SEE(
            "aor dave MISSING",
            "does not see rows of this type",
            FalseRow::create,
            "ALTER TABLE ps_aors ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE ps_aors DISABLE ROW LEVEL SECURITY"),
    ASTERISK_IS_SHUT_OUT(
            "endpoint dave MISSING",
            "it does not reach the database",
            FalseRow::create,
            "ALTER ROLE reader_of_%1$s NOLOGIN;\n" + cutOff(),
            "ALTER ROLE reader_of_%1$s LOGIN"),
    ASTERISK_READS_A_COPY_THAT_LAGS(
            "auth alice OTHER_VERSION",
            "a copy that lags",
            FalseRow::password,
            "CREATE SCHEMA copy;\nCREATE TABLE copy.ps_auths AS SELECT * FROM ps_auths;\n"
                    + "GRANT USAGE ON SCHEMA copy TO reader_of_%1$s;\nGRANT SELECT ON copy.ps_auths TO reader_of_%1$s;\n"
                    + "ALTER ROLE reader_of_%1$s SET search_path = copy, public;\n" + cutOff(),
            "ALTER ROLE reader_of_%1$s RESET search_path;\nDROP SCHEMA copy CASCADE;\n" + cutOff());

    static final String OTHER_PASSWORD = "Hz4;kP8sLb3Nd";

    final String mustName;
    final String because;
    final Function<Sipwright, Provisioned<?>> change;
    private final String sabotage;
    private final String mending;

    FalseRow(
            String mustName,
            String because,
            Function<Sipwright, Provisioned<?>> change,
            String sabotage,
            String mending) {
        this.mustName = mustName;
        this.because = because;
        this.change = change;
        this.sabotage = sabotage;
        this.mending = mending;
    }

    void happen(TestDatabase database) {
        database.run(sabotage.formatted(database.name()) + ";\n");
    }

    void mend(TestDatabase database) {
        database.run(mending.formatted(database.name()) + ";\n");
    }

    private static Provisioned<?> create(Sipwright sipwright) {
        return sipwright.users().create(Course.user("dave", OTHER_PASSWORD));
    }

    private static Provisioned<?> rename(Sipwright sipwright) {
        return sipwright
                .users()
                .update("alice", SipUserPatch.builder().displayName("Alice B.").build());
    }

    private static Provisioned<?> password(Sipwright sipwright) {
        return sipwright
                .users()
                .update("alice", SipUserPatch.builder().secret(OTHER_PASSWORD).build());
    }

    private static Provisioned<?> delete(Sipwright sipwright) {
        return sipwright.users().delete("carol");
    }

    /** Someone is at each row at the moment in which it is written. */
    private static String trigger(String table, String deed) {
        return "CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN " + deed + "; RETURN NEW; END';\n"
                + "CREATE TRIGGER sabotage BEFORE INSERT OR UPDATE ON " + table
                + " FOR EACH ROW EXECUTE FUNCTION sabotage()";
    }

    private static String noTrigger() {
        return "DROP FUNCTION sabotage() CASCADE";
    }

    /** Asterisk has to log in anew. */
    private static String cutOff() {
        return "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader_of_%1$s'";
    }
}
