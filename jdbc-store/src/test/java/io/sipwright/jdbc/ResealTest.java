package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.FormerState;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything is sealed anew, page by page: it may be broken off, and others write meanwhile. */
class ResealTest {

    private static final String OLD = TinkKeysets.create();
    private static final String BOTH = TinkKeysets.promote(TinkKeysets.addKey(OLD));
    private static final String NEW = TinkKeysets.dropOldKeys(BOTH);
    private static final int USERS = 1000;
    private static final int TRUNKS = 50;

    /** Rows of objects and of their history. */
    private static final long SEALED = 2L * (USERS + TRUNKS);

    private static JdbcStore store(DataSource dataSource, String keyset) {
        return JdbcStore.builder(dataSource, TinkSecretCipher.ofKeyset(keyset)).build();
    }

    private static SipUserSpec user(int i, String secret) {
        return SipUserSpec.builder("user" + i, "basic_user")
                .extension("1")
                .secret(secret)
                .build();
    }

    private static DataSource filled(SpecificationDatabase database) {
        DataSource dataSource = database.empty();
        SchemaInitializer.of(dataSource).run();
        List<SipUserSpec> users =
                IntStream.range(0, USERS).mapToObj(i -> user(i, "secret-" + i)).toList();
        List<TrunkSpec> trunks = IntStream.range(0, TRUNKS)
                .mapToObj(i -> TrunkSpec.builder("trunk" + i, "telnyx")
                        .password("secret-" + i)
                        .build())
                .toList();
        store(dataSource, OLD)
                .write(writing -> writing.users().upsertAll(users, spec -> 1).size()
                        + writing.trunks().upsertAll(trunks, spec -> 1).size());
        return dataSource;
    }

    private static List<Object> all(JdbcStore store) {
        return store.read(view -> {
            List<Object> all = new ArrayList<>(List.of(view.generation()));
            try (var users = view.users().stream();
                    var trunks = view.trunks().stream()) {
                users.forEach(all::add);
                trunks.forEach(all::add);
            }
            for (int i = 0; i < USERS; i += 97) {
                view.users().history("user" + i, 9).stream()
                        .map(FormerState::object)
                        .forEach(all::add);
            }
            return all;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void allIsSealedAnewAndNothingElseChanges(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        List<Object> before = all(store(dataSource, OLD));
        List<Long> progress = new ArrayList<>();

        assertThat(store(dataSource, BOTH).reseal(progress::add)).isEqualTo(SEALED);

        assertThat(progress).isSorted().hasSizeGreaterThan(10).endsWith(SEALED);
        assertThat(all(store(dataSource, NEW))).isEqualTo(before);
        assertThat(store(dataSource, NEW).reseal(count -> {})).isZero();
    }

    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void anotherInstanceGoesOnWhereOneStopped(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        long[] done = {0};
        assertThatThrownBy(() -> store(dataSource, BOTH).reseal(count -> {
                    done[0] = count;
                    if (count > 500) {
                        throw new BrokenOff();
                    }
                }))
                .isInstanceOf(BrokenOff.class);

        assertThat(store(dataSource, BOTH).reseal(count -> {})).isEqualTo(SEALED - done[0]);
        assertThat(all(store(dataSource, NEW))).hasSizeGreaterThan(USERS + TRUNKS);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void aConnectionThatBreaksLosesOnePageAtMost(SpecificationDatabase database) {
        DataSource dataSource = filled(database);
        List<Object> before = all(store(dataSource, OLD));
        long[] done = {0};
        for (int number : List.of(3, 6, 10, 13, 17)) {
            long[] inThisRun = {0};
            assertThatThrownBy(() -> store(new FailingDataSource(dataSource, number).asDataSource(), BOTH)
                            .reseal(count -> inThisRun[0] = count))
                    .isInstanceOf(StoreException.class);
            done[0] += inThisRun[0];
            assertThat(all(store(dataSource, BOTH))).isEqualTo(before);
        }

        // A commit whose answer was lost counts for no one.
        assertThat(store(dataSource, BOTH).reseal(count -> {})).isBetween(1L, SEALED - done[0]);
        assertThat(all(store(dataSource, NEW))).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void whoWritesMeanwhileLosesNothing(SpecificationDatabase database)
            throws InterruptedException, ExecutionException, TimeoutException {
        DataSource dataSource = filled(database);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> writers = IntStream.range(0, 2)
                    .mapToObj(writer -> executor.submit(() -> write(store(dataSource, BOTH), writer, done)))
                    .toList();
            try {
                store(dataSource, BOTH).reseal(count -> {});
            } finally {
                done.set(true);
            }
            int written = 0;
            for (Future<Integer> writer : writers) {
                written += writer.get(60, TimeUnit.SECONDS);
            }
            JdbcStore after = store(dataSource, NEW);
            long versions = after.<Long>read(view -> {
                try (var users = view.users().stream()) {
                    return users.mapToLong(SipUser::version).sum();
                }
            });
            assertThat(versions).isEqualTo(USERS + written);
            assertThat(after.<Long>read(StoreView::generation)).isEqualTo(1 + written);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Writes other rows than the other writer; each must stay as it was written last. */
    private static int write(JdbcStore store, int writer, AtomicBoolean done) {
        int written = 0;
        while (!done.get() && written < 2000) {
            int number = (2 * written + writer) % USERS;
            String secret = "changed-" + written;
            store.write(writing -> writing.users().update(user(number, secret), 1, OptionalLong.empty()));
            assertThat(store.<String>read(view -> view.users()
                            .find("user" + number)
                            .orElseThrow()
                            .spec()
                            .fields()
                            .text("secret")
                            .orElseThrow()))
                    .isEqualTo(secret);
            written++;
        }
        return written;
    }
}
