package io.sipwright.realtime;

import io.sipwright.ami.Inquiry;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.Section;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.ObserverException;
import io.sipwright.render.Stamps;
import io.sipwright.secret.SecretGenerator;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that are there for a moment, by which it shows whether an Asterisk reads these tables. Their id is random. Nobody can do
 * anything with them: the auth has a random password, the aor takes no contact, the endpoint asks for that auth, the identify
 * names an address for documents. A registration would register somewhere, so there is none among them.
 */
final class RowProbe {

    static final String PREFIX = "sipwright-doctor-";

    private static final Set<RowTable> PROBED = Set.copyOf(EnumSet.complementOf(EnumSet.of(RowTable.REGISTRATIONS)));

    /** What a probe has left that was cut off is removed by a later one, when it is as old as that. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private static final String ADDRESS_FOR_DOCUMENTS = "192.0.2.1";

    private final RowDatabase rows;
    private final SecureRandom random = new SecureRandom();

    RowProbe(RowDatabase rows) {
        this.rows = rows;
    }

    static Set<RowTable> probed() {
        return PROBED;
    }

    /**
     * The tables of which an Asterisk does not read the rows.
     *
     * @throws RealtimeException if rows can't be written
     * @throws ObserverException if Asterisk can't be asked
     */
    Set<RowTable> unseen(Inquiry asterisk) {
        removeLeftBehind();
        String id = PREFIX + Long.toHexString(System.currentTimeMillis()) + "-" + hex(4);
        String stamp = hex(8);
        boolean stamped = rows.transactions().<Boolean>run(connection -> insert(connection, id, stamp));
        try {
            Set<RowTable> unseen = EnumSet.noneOf(RowTable.class);
            for (RowTable table : PROBED) {
                String option = stamped ? Stamps.OPTION : witness(table);
                ObjectKey key = new ObjectKey(table.type(), id);
                Map<ObjectKey, String> seen = asterisk.options(List.of(key), option)
                        .orElseThrow(() -> new ObserverException(
                                "The manager account needs write=system,reporting to ask for objects"));
                if (!(stamped ? stamp : value(table, id)).equals(seen.get(key))) {
                    unseen.add(table);
                }
            }
            return unseen;
        } finally {
            delete(List.of(id));
        }
    }

    /** An option that tells whose row it is, where there are no stamps. */
    private static String witness(RowTable table) {
        return switch (table) {
            case AORS -> "max_contacts";
            case AUTHS -> "username";
            case ENDPOINTS -> "auth";
            default -> "endpoint";
        };
    }

    private static String value(RowTable table, String id) {
        return table == RowTable.AORS ? "0" : id;
    }

    private boolean insert(Connection connection, String id, String stamp) {
        PresentTables present = PresentTables.read(connection, rows.tables());
        RowForm form = new RowForm(rows.version(), present);
        PresentRows writer = new PresentRows(new Statements(connection), rows.tables(), form);
        List<RowProblem> problems = new ArrayList<>();
        for (RowTable table : PROBED) {
            form.row(section(table, id, stamp), problems).ifPresent(row -> writer.insert(table, List.of(row)));
        }
        if (!problems.isEmpty()) {
            throw new RealtimeException(problems);
        }
        return PROBED.stream()
                .allMatch(table -> present.find(table, Stamps.OPTION).isPresent());
    }

    private static Section section(RowTable table, String id, String stamp) {
        List<Option> options = new ArrayList<>();
        if (table == RowTable.AUTHS) {
            options.add(new Option("auth_type", "userpass"));
            options.add(new Option("password", new SecretGenerator().generate().reveal()));
        }
        if (table == RowTable.IDENTIFIES) {
            options.add(new Option("match", ADDRESS_FOR_DOCUMENTS));
        }
        options.add(new Option(witness(table), value(table, id)));
        options.add(new Option(Stamps.OPTION, stamp));
        return Section.of(id, table.type(), options);
    }

    private void removeLeftBehind() {
        long old = System.currentTimeMillis() - LEFT_BEHIND.toMillis();
        List<String> ids = rows.transactions().run(connection -> {
            List<String> found = new ArrayList<>();
            for (RowTable table : PROBED) {
                new Statements(connection)
                        .query(
                                "SELECT id FROM " + rows.tables().of(table) + " WHERE id LIKE '" + PREFIX + "%'",
                                List.of(),
                                row -> found.add(row.getString(1)));
            }
            return found.stream()
                    .filter(id -> id.matches(PREFIX + "[0-9a-f]{1,15}-[0-9a-f]{8}"))
                    .filter(id -> Long.parseLong(id.substring(PREFIX.length(), id.lastIndexOf('-')), 16) < old)
                    .distinct()
                    .toList();
        });
        if (!ids.isEmpty()) {
            delete(ids);
        }
    }

    private void delete(List<String> ids) {
        rows.transactions().run(connection -> {
            Statements statements = new Statements(connection);
            PROBED.forEach(table -> statements.batch(
                    "DELETE FROM " + rows.tables().of(table) + " WHERE id = ?",
                    ids.stream().map(List::of).toList()));
            return true;
        });
    }

    private String hex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }
}
