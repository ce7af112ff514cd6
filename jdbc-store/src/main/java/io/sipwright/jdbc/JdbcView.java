package io.sipwright.jdbc;

import io.sipwright.store.Change;
import io.sipwright.store.Provisional;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreWriting;
import io.sipwright.store.WritableObjects;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One state, and the changes that make the next one of it. */
final class JdbcView implements StoreWriting {

    private final JdbcSession session;
    private final long generation;
    private final NameTable names;
    private final ChangeLog changes;
    private final WritableObjects<Trunk, TrunkSpec> trunks;
    private final WritableObjects<SipUser, SipUserSpec> users;

    private JdbcView(JdbcSession session, long generation, String actor, NameTable names) {
        this.session = session;
        this.generation = generation;
        this.names = names;
        this.changes = session.changes(generation + 1, actor);
        this.trunks = new TranslatedObjects<>(session.objects(new TrunkMapping(), names, changes));
        this.users = new TranslatedObjects<>(session.objects(new UserMapping(), names, changes));
    }

    /** A state to be read. */
    static JdbcView reading(JdbcSession session) {
        return new JdbcView(session, session.generation(), ProvisioningStore.SYSTEM, session.names(false));
    }

    /**
     * A state to be changed.
     *
     * @param generation of it; the row that holds it must be locked
     */
    static JdbcView writing(JdbcSession session, long generation, String actor) {
        return new JdbcView(session, generation, actor, session.names(true));
    }

    boolean isChanged() {
        return changes.isChanged();
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public WritableObjects<Trunk, TrunkSpec> trunks() {
        return trunks;
    }

    @Override
    public WritableObjects<SipUser, SipUserSpec> users() {
        return users;
    }

    @Override
    public Optional<String> sectionOwner(String sectionName) {
        return SqlTrouble.translated(() -> names.sectionOwner(sectionName));
    }

    @Override
    public Optional<Provisional> provisional() {
        return session.provisional();
    }

    @Override
    public void provisional(@Nullable Provisional value) {
        session.provisional(value);
    }

    @Override
    public Optional<Object> transaction() {
        return Optional.of(session.connection());
    }

    @Override
    public Instant now() {
        return session.databaseTime();
    }

    @Override
    public Stream<Change> changesSince(long earlier) {
        return changes.since(earlier);
    }
}
