package io.sipwright.jdbc;

import io.sipwright.store.ObjectKind;
import io.sipwright.store.ObjectQuery;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets anew, page by page, each in a transaction that makes writers wait. Keeps no place: a row that is sealed
 * with the present key is passed over, so that the next run goes on where one was broken off.
 */
final class Resealing {

    private static final int PAGE = 200;

    private final Transactions transactions;
    private final Function<Connection, JdbcSession> sessions;

    Resealing(Transactions transactions, Function<Connection, JdbcSession> sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    long run(LongConsumer progress) {
        Count count = new Count(progress);
        for (ObjectMapping<?, ?> mapping : List.of(new TrunkMapping(), new UserMapping())) {
            this.<String>inPages(count, (session, after) -> objects(session, mapping, after, count));
        }
        this.<Long>inPages(count, (session, after) -> history(session, after == null ? 0 : after, count));
        transactions.writing(connection -> {
            sessions.apply(connection).resealState();
            return true;
        });
        return count.resealed;
    }

    /** Goes through one page after a key. Returns the key of its last row; null when there was none. */
    private interface Page<K> {
        @Nullable
        K reseal(JdbcSession session, @Nullable K after);
    }

    /** How many rows were sealed anew; those of a transaction count when it is committed. */
    private static final class Count {

        private final LongConsumer progress;
        private long resealed;
        private long inThisPage;

        Count(LongConsumer progress) {
            this.progress = progress;
        }
    }

    private <K> void inPages(Count count, Page<K> page) {
        K after = null;
        do {
            K from = after;
            List<K> last = transactions.writing(connection -> {
                count.inThisPage = 0;
                JdbcSession session = sessions.apply(connection);
                session.lockGeneration();
                K key = page.reseal(session, from);
                return key == null ? List.of() : List.of(key);
            });
            count.resealed += count.inThisPage;
            count.progress.accept(count.resealed);
            after = last.isEmpty() ? null : last.get(0);
        } while (after != null);
    }

    private <T extends ProvisionedObject, S extends ObjectSpec> @Nullable String objects(
            JdbcSession session, ObjectMapping<T, S> mapping, @Nullable String after, Count count) {
        ObjectTable table = new ObjectTable(session, mapping);
        RowCodec<T, S> codec = session.codec(mapping);
        Map<String, Map<String, @Nullable Object>> changed = new LinkedHashMap<>();
        String last = null;
        for (Map<String, @Nullable Object> row : table.page(ObjectQuery.all(), after, PAGE)) {
            last = String.valueOf(row.get(mapping.nameColumn()));
            if (!codec.isCurrent(row)) {
                changed.put(last, codec.write(codec.read(row), codec.place(last)));
            }
        }
        table.update(changed);
        count.inThisPage = changed.size();
        return last;
    }

    private static @Nullable Long history(JdbcSession session, long after, Count count) {
        List<ChangeLog.Sealed> changed = new ArrayList<>();
        ChangeLog changes = session.changes(0, "");
        Long last = null;
        for (ChangeLog.Sealed noted : changes.page(after, PAGE)) {
            last = noted.id();
            String anew = noted.kind() == ObjectKind.TRUNK
                    ? anew(session.codec(new TrunkMapping()), noted)
                    : anew(session.codec(new UserMapping()), noted);
            if (!anew.equals(noted.state())) {
                changed.add(noted.with(anew));
            }
        }
        changes.replace(changed);
        count.inThisPage = changed.size();
        return last;
    }

    private static <T extends ProvisionedObject, S extends ObjectSpec> String anew(
            RowCodec<T, S> codec, ChangeLog.Sealed noted) {
        Map<String, @Nullable Object> row = StateJson.read(noted.state(), noted.name());
        if (codec.isCurrent(row)) {
            return noted.state();
        }
        String place = codec.place(noted.name(), noted.generation());
        Map<String, @Nullable Object> sealed = codec.write(codec.read(row, place), place);
        sealed.put("id", row.get("id"));
        return StateJson.write(sealed);
    }
}
