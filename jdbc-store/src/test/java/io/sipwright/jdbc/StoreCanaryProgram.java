package io.sipwright.jdbc;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.jdbc.FaultyDataSource.Call;
import io.sipwright.jdbc.FaultyDataSource.Fault;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Does all that can be done with a password in a store, rightly and wrongly, and prints all that comes back. */
final class StoreCanaryProgram {

    static final String CANARY = "Canary-7Hq2-Zx9w";

    private interface Action {
        Object run() throws Exception;
    }

    private StoreCanaryProgram() {}

    public static void main(String[] arguments) throws Exception {
        drivers();
        DataSource dataSource = dataSource(arguments[0]);
        TestTables tables = new TestTables(dataSource, arguments[1]);
        SchemaInitializer.of(dataSource, "", tables.prefix).run();
        FaultyDataSource faulty = new FaultyDataSource(dataSource);
        JdbcStore store = tables.store(faulty.dataSource());
        Sipwright s = Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .store(store)
                .target(ConfigFiles.in(Path.of(arguments[2])))
                .build();
        rightly(s, store);
        wrongly(s, faulty);
        print(() -> "opened: " + CANARY.equals(Writes.secret(store, "anna")));
        print(() -> tables.contents().values());
        brokenly(s, store, tables);
        print(() -> tables.contents().values());
    }

    private static DataSource dataSource(String url) throws Exception {
        if (url.startsWith("jdbc:h2:")) {
            return TestDatabase.h2(url.substring("jdbc:h2:".length()));
        }
        if (url.startsWith("jdbc:mariadb:")) {
            MariaDbDataSource mariaDb = new MariaDbDataSource(url);
            mariaDb.setUser("root");
            return mariaDb;
        }
        PGSimpleDataSource postgreSql = new PGSimpleDataSource();
        postgreSql.setUrl(url);
        postgreSql.setUser("postgres");
        return postgreSql;
    }

    /** The driver of PostgreSQL logs by java.util.logging; the others by SLF4J, or to standard output. */
    private static void drivers() {
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(handler);
        Logger.getLogger("org.postgresql").setLevel(Level.ALL);
        Logger.getLogger("org.jdbi").setLevel(Level.ALL);
        KEPT.add(Logger.getLogger("org.postgresql"));
    }

    /** A logger that no one holds forgets its level. */
    private static final List<Logger> KEPT = new ArrayList<>();

    private static SipUserSpec anna() {
        return Writes.user("anna", CANARY).toBuilder()
                .override(OptionOverride.set("auth", "password", CANARY + "3"))
                .build();
    }

    private static TrunkSpec carrier() {
        return Writes.trunk("carrier", CANARY);
    }

    private static void rightly(Sipwright s, JdbcStore store) {
        print(() -> s.users().create(anna()));
        print(() -> s.trunks().create(carrier()));
        print(() -> s.users()
                .update("anna", SipUserPatch.builder().secret(CANARY + "2").build()));
        print(() -> s.trunks()
                .update("carrier", TrunkPatch.builder().password(CANARY + "2").build()));
        print(() -> s.upsertAll(new Batch(
                List.of(carrier()),
                List.of(anna(), anna().toBuilder().username("bob").build()))));
        print(() -> s.users().delete("bob"));
        print(() -> s.users().history("anna", 9) + " " + s.trunks().history("carrier", 9));
        print(() -> s.users().history("bob", 9));
        print(() -> s.changesSince(0, 99));
        print(() -> s.users().list() + " " + s.trunks().get("carrier") + " " + s.apply());
        print(() -> store + " " + store.nodes() + " " + TestTables.CIPHER);
        print(() -> JsonMapper.shared().writeValueAsString(s.users().get("anna")));
        print(() -> JsonMapper.shared().writeValueAsString(anna()));
        print(() -> store.write(writing -> writing.users() + " " + writing.trunks() + " " + writing));
    }

    private static void wrongly(Sipwright s, FaultyDataSource faulty) {
        SipUserSpec carl = anna().toBuilder().username("carl").build();
        print(() -> s.users().create(anna()));
        print(() ->
                s.users().update("anna", SipUserPatch.builder().secret(CANARY).build(), 77));
        for (String state : List.of("40001", "08006", "23505", "22001", "25006", "42P01", "42501", "55P03")) {
            for (Call call : List.of(Call.STATEMENT, Call.COMMIT, Call.ROLLBACK)) {
                faulty.instead(call, call == Call.STATEMENT ? "sip_changes" : "", 99, Fault.of(state));
                print(() -> s.users().create(carl));
                faulty.mend();
                print(() -> s.users().delete("carl"));
            }
        }
    }

    /** Breaks something, and looks how everything fails. */
    private static void brokenly(Sipwright s, JdbcStore store, TestTables tables) {
        for (String sql : List.of(
                "ALTER TABLE " + tables.users() + " ADD CONSTRAINT " + tables.prefix
                        + "short CHECK (CHAR_LENGTH(username) < 5)",
                "UPDATE " + tables.users() + " SET secret = overrides",
                "UPDATE " + tables.changes() + " SET generation = generation + 1",
                "UPDATE " + tables.users() + " SET field_values = '{\"x\": '",
                "UPDATE " + tables.changes() + " SET state = 'no JSON'",
                "DELETE FROM " + tables.prefix + "sip_names")) {
            print(() -> {
                tables.execute(sql);
                return sql;
            });
            print(() -> s.users().create(anna().toBuilder().username("longer").build()));
            print(() -> s.users().create(anna()));
            print(() -> s.users().list());
            print(() -> s.users().history("anna", 9));
            print(() -> store.reseal(rows -> {}));
            print(s::apply);
        }
    }

    private static void print(Action action) {
        try {
            System.out.println(action.run());
        } catch (Exception e) {
            e.printStackTrace();
        }
    }
}
