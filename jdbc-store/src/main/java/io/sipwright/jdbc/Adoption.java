package io.sipwright.jdbc;

import io.sipwright.store.Change;
import io.sipwright.store.ObjectKind;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes over rows that stood in {@code sip_users} and {@code sip_trunks} before there was a store: with the
 * specification's columns and plain passwords. Rows that were adopted before are passed over, so that it may be run again
 * for rows that another program has added since.
 *
 * <ol>
 *   <li>{@link #plan} looks, and changes nothing. It works on the bare tables of the specification as well.
 *   <li>{@link SchemaInitializer} adds what the tables lack.
 *   <li>{@link #run} registers the names, seals the passwords, and notes each row in the history: one transaction, one
 *       generation.
 * </ol>
 *
 * <p>Thread-safe.
 */
public final class Adoption {

    /** Who did it, in the audit. */
    static final String ACTOR = "adoption";

    private static final int PAGE = 500;

    private final Transactions transactions;
    private final Function<Connection, JdbcSession> sessions;
    private final TemplateCatalog catalog;

    Adoption(Transactions transactions, Function<Connection, JdbcSession> sessions, TemplateCatalog catalog) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.catalog = catalog;
    }

    /**
     * What {@link #run} would do, and what stands in its way.
     *
     * @throws io.sipwright.store.StoreException if the database can't be reached
     */
    public AdoptionReport plan() {
        return transactions.reading(connection -> plan(sessions.apply(connection)));
    }

    private AdoptionReport plan(JdbcSession session) {
        AdoptionCheck check = new AdoptionCheck(session, catalog);
        check.look(new TrunkMapping());
        check.look(new UserMapping());
        return check.report();
    }

    /**
     * Adopts all rows, or none.
     *
     * @return what was adopted
     * @throws AdoptionException if something must be mended first
     * @throws io.sipwright.store.StoreException if the database can't be reached, or the tables were not upgraded yet
     */
    public AdoptionReport run() {
        return transactions.writing(connection -> {
            JdbcSession session = sessions.apply(connection);
            session.makeState();
            long generation = session.lockGeneration() + 1;
            AdoptionReport report = plan(session);
            if (report.isBlocked()) {
                throw new AdoptionException(report);
            }
            ChangeLog changes = session.changes(generation, ACTOR);
            adopt(session, new TrunkMapping(), changes, id -> catalog.provider(id));
            adopt(session, new UserMapping(), changes, id -> catalog.userTemplate(id));
            if (changes.isChanged()) {
                session.advance(generation);
            }
            return report;
        });
    }

    private <T extends ProvisionedObject, S extends ObjectSpec> void adopt(
            JdbcSession session,
            ObjectMapping<T, S> mapping,
            ChangeLog changes,
            Function<String, Optional<? extends Template>> templates) {
        RowCodec<T, S> codec = session.codec(mapping);
        ObjectTable table = new ObjectTable(session, mapping);
        NameTable names = session.names(false);
        for (List<Map<String, @Nullable Object>> page = table.notAdopted(PAGE);
                !page.isEmpty();
                page = table.notAdopted(PAGE)) {
            Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
            List<S> specs = new ArrayList<>();
            List<ChangeLog.Entry> entries = new ArrayList<>();
            for (Map<String, @Nullable Object> row : page) {
                T object = codec.read(row);
                String template = object.spec().templateId();
                int version = templates.apply(template).map(Template::version).orElse(0);
                S spec = mapping.offered(mapping.specOf(object), catalog);
                specs.add(spec);
                rows.put(object.name(), write(codec, object, spec, codec.place(object.name()), version));
                Map<String, @Nullable Object> state =
                        write(codec, object, spec, codec.place(object.name(), changes.generation()), version);
                state.put("id", object.id());
                entries.add(new ChangeLog.Entry(
                        Change.Action.ADOPTED, object.name(), object.version(), StateJson.write(state)));
            }
            release(names, rows.keySet());
            names.claim(specs, mapping.kind());
            table.update(rows);
            changes.note(mapping.kind(), entries);
        }
    }

    /** No other row bears these names, or the plan would be blocked: one that did was deleted by another program. */
    private static void release(NameTable names, Collection<String> taken) {
        for (ObjectKind kind : ObjectKind.values()) {
            names.spellings(taken, kind).values().forEach(name -> names.releaseLost(name, kind));
        }
    }

    private static <T extends ProvisionedObject, S extends ObjectSpec> Map<String, @Nullable Object> write(
            RowCodec<T, S> codec, T object, S spec, String place, int templateVersion) {
        return codec.write(spec, place, templateVersion, object.version(), object.createdAt(), object.updatedAt());
    }
}
