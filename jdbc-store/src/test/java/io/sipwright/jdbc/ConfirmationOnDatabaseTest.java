package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.apply.ApplyListener;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Applying;
import io.sipwright.store.Change;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.UnconfirmedException;
import io.sipwright.target.ConfigFiles;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that wait to be confirmed outlive whoever made them. */
class ConfirmationOnDatabaseTest {

    @TempDir
    private Path directory;

    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final DataSource dataSource = FreshDatabase.h2().dataSource();

    ConfirmationOnDatabaseTest() {
        SchemaInitializer.of(dataSource).run();
    }

    private Sipwright sipwright(ProvisioningStore store, Applying applying) {
        return Sipwright.builder()
                .applying(applying)
                .store(store)
                .target(ConfigFiles.in(directory))
                .applySettings(ApplySettings.standard().withLease(Duration.ofMillis(300)))
                .listener(new ApplyListener() {
                    @Override
                    public void wentBack(long base, long newest, String reason) {
                        reasons.add(reason);
                    }
                })
                .build();
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret("Vk7#qLw2-Zr9xTm4")
                .build();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time to wait").isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    @Test
    void the_next_start_goes_back_when_the_host_died_meanwhile() throws InterruptedException, IOException {
        JdbcStore store = Remedy.store(dataSource);
        Sipwright died = sipwright(store, Applying.BEFORE_RETURN); // never looks again, and is never closed
        died.users().create(user("alice"));
        died.confirming(Duration.ofMillis(300)).users().delete("alice");
        assertThat(Files.readString(directory.resolve("pjsip_users.conf"))).doesNotContain("[alice]");

        try (Sipwright next = sipwright(Remedy.store(dataSource), Applying.IN_BACKGROUND)) {
            await(() -> next.confirmation().isEmpty());
            await(() -> reasons.size() == 1);
            assertThat(next.users().get("alice").version()).isEqualTo(1);
            assertThat(next.changesSince(2, 9)).extracting(Change::actor).containsExactly("system");
            await(() -> next.status().get(0).writtenGeneration() == 3);
            assertThat(Files.readString(directory.resolve("pjsip_users.conf"))).contains("[alice]");
        }
    }

    @Test
    void another_instance_that_runs_already_goes_back() throws InterruptedException {
        Sipwright died = sipwright(Remedy.store(dataSource), Applying.ON_REQUEST);
        died.users().create(user("alice"));
        try (Sipwright first = sipwright(Remedy.store(dataSource), Applying.IN_BACKGROUND);
                Sipwright second = sipwright(Remedy.store(dataSource), Applying.IN_BACKGROUND)) {
            await(() -> first.status().get(0).writtenGeneration() >= 1
                    || second.status().get(0).writtenGeneration() >= 1);

            died.confirming(Duration.ofMillis(200)).users().create(user("bob"));

            await(() -> !reasons.isEmpty());
            await(() -> second.users().find("bob").isEmpty());
        }
        assertThat(reasons).containsExactly("they were not confirmed in time");
        assertThat(Remedy.store(dataSource).<Long>read(StoreView::generation)).isEqualTo(3);
    }

    @Test
    void the_clocks_of_the_instances_do_not_matter() {
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofDays(-400));
        Sipwright late = sipwright(
                JdbcStore.builder(dataSource, Remedy.cipher()).clock(wrong).build(), Applying.BEFORE_RETURN);
        late.confirming(Duration.ofMinutes(5)).users().create(user("alice"));

        sipwright(Remedy.store(dataSource), Applying.BEFORE_RETURN).reconcile();

        assertThat(late.confirmation()).isPresent();
    }

    @Test
    void what_a_caller_rolls_back_does_not_wait() throws SQLException {
        JdbcStore store = Remedy.store(dataSource);
        Sipwright sipwright = sipwright(store, Applying.BEFORE_RETURN);
        sipwright.users().create(user("alice"));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Sipwright joined = sipwright.with(store.joining(connection)).confirming(Duration.ofMinutes(5));
            joined.users().create(user("bob"));
            assertThat(joined.confirmation()).isPresent();
            connection.rollback();
            assertThat(sipwright.confirmation()).isEmpty();

            joined.users().create(user("carl"));
            connection.commit();
        }
        assertThatThrownBy(() -> sipwright.users().create(user("dora"))).isInstanceOf(UnconfirmedException.class);
        assertThat(sipwright.goBack()).isPresent();
        assertThat(sipwright.users().find("carl")).isEmpty();
    }
}
