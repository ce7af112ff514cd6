package io.sipwright.jdbc;

import io.sipwright.store.FormerState;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.WritableObjects;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.ProvisionedObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The objects as the host sees them: what the database has against a statement comes in our words. Those of Jdbi and of the
 * drivers hold all that was bound, and the host may well log them.
 */
record TranslatedObjects<T extends ProvisionedObject, S extends ObjectSpec>(JdbcObjects<T, S> objects)
        implements WritableObjects<T, S> {

    @Override
    public Optional<T> find(String name) {
        return SqlTrouble.translated(() -> objects.find(name));
    }

    @Override
    public Map<String, T> findAll(Collection<String> names) {
        return SqlTrouble.translated(() -> objects.findAll(names));
    }

    @Override
    public List<T> list(ObjectQuery query) {
        return SqlTrouble.translated(() -> objects.list(query));
    }

    @Override
    public long count(ObjectQuery query) {
        return SqlTrouble.translated(() -> objects.count(query));
    }

    @Override
    public List<FormerState<T>> history(String name, int limit) {
        return SqlTrouble.translated(() -> objects.history(name, limit));
    }

    @Override
    public Map<String, FormerState<T>> asOf(Collection<String> names, long generation) {
        return SqlTrouble.translated(() -> objects.asOf(names, generation));
    }

    /** Its pages are read later, and translate by themselves. */
    @Override
    public Stream<T> stream() {
        return objects.stream();
    }

    @Override
    public T insert(S spec, int templateVersion) {
        return SqlTrouble.translated(() -> objects.insert(spec, templateVersion));
    }

    @Override
    public T update(S spec, int templateVersion, OptionalLong expectedVersion) {
        return SqlTrouble.translated(() -> objects.update(spec, templateVersion, expectedVersion));
    }

    @Override
    public List<T> upsertAll(List<S> specs, ToIntFunction<? super S> templateVersion) {
        return SqlTrouble.translated(() -> objects.upsertAll(specs, templateVersion));
    }

    @Override
    public List<T> upgradeAll(List<S> specs, ToIntFunction<? super S> templateVersion) {
        return SqlTrouble.translated(() -> objects.upgradeAll(specs, templateVersion));
    }

    @Override
    public T delete(String name, OptionalLong expectedVersion) {
        return SqlTrouble.translated(() -> objects.delete(name, expectedVersion));
    }
}
