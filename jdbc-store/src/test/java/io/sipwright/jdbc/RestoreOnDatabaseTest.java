package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Restoration;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.target.ConfigFiles;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to the way back in a database of the host. */
class RestoreOnDatabaseTest {

    @TempDir
    private Path directory;

    private Sipwright sipwright(ProvisioningStore store) {
        return Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .store(store)
                .target(ConfigFiles.in(directory))
                .build();
    }

    private String usersFile() throws IOException {
        return Files.readString(directory.resolve("pjsip_users.conf"));
    }

    private static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret("Vk7#qLw2-Zr9xTm4")
                .build();
    }

    private static long generation(ProvisioningStore store) {
        return store.<Long>read(StoreView::generation);
    }

    @Test
    void in_a_transaction_of_the_caller_it_counts_with_the_commit() throws SQLException, IOException {
        DataSource dataSource = prepared();
        JdbcStore store = Remedy.store(dataSource);
        Sipwright sipwright = sipwright(store);
        sipwright.users().create(user("alice"));
        sipwright
                .users()
                .update("alice", SipUserPatch.builder().context("sales").build());
        String files = usersFile();

        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Sipwright joined = sipwright.with(store.joining(connection));
            joined.users().create(user("bob"));
            Restoration restored = joined.history().restore(1).value();
            assertThat(restored.deleted()).extracting(Restoration.Item::name).containsExactly("bob");
            assertThat(restored.changed()).extracting(Restoration.Item::name).containsExactly("alice");
            connection.rollback();
            assertThat(generation(store)).isEqualTo(2);
            assertThat(usersFile()).isEqualTo(files);

            assertThat(joined.history().restore(0).generation()).isEqualTo(3);
            connection.commit();
        }
        sipwright.apply();

        assertThat(sipwright.users().list()).isEmpty();
        assertThat(usersFile()).doesNotContain("alice");
    }

    @Test
    void what_was_adopted_was_there_before() throws IOException {
        DataSource dataSource = SpecificationDatabase.H2.specification();
        SpecificationRows.insert(dataSource, 10, 10);
        SchemaInitializer.of(dataSource).run();
        Remedy.adoption(dataSource).run();
        Sipwright sipwright = sipwright(Remedy.store(dataSource));
        sipwright.apply();
        String files = usersFile();
        sipwright.users().create(user("new"));
        sipwright.users().delete("user_2");

        Restoration restored = sipwright.history().restore(0).value();

        assertThat(restored.created()).extracting(Restoration.Item::name).containsExactly("user_2");
        assertThat(restored.deleted()).extracting(Restoration.Item::name).containsExactly("new");
        assertThat(usersFile()).isEqualTo(files);
        assertThat(sipwright.users().list()).hasSize(10);
    }

    @Test
    void a_history_that_was_cut_says_so_and_changes_nothing() {
        DataSource dataSource = prepared();
        JdbcStore store = Remedy.store(dataSource);
        Sipwright sipwright = sipwright(store);
        sipwright.users().create(user("alice"));
        sipwright.users().create(user("bob"));
        sipwright
                .users()
                .update("alice", SipUserPatch.builder().context("sales").build());
        sipwright.users().delete("bob");
        Sql.execute(dataSource, "DELETE FROM sip_changes WHERE generation <= 2");

        for (long generation = 0; generation <= 2; generation++) {
            long wanted = generation;
            assertThatThrownBy(() -> sipwright.history().restore(wanted))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no longer holds");
        }
        assertThat(sipwright.history().restore(4).value().isChange()).isFalse();
        assertThat(generation(store)).isEqualTo(4);
        assertThat(sipwright.history().list(9)).extracting(one -> one.number()).containsExactly(4L, 3L);

        Sql.execute(dataSource, "DELETE FROM sip_changes");
        assertThatThrownBy(() -> sipwright.history().restore(3)).hasMessageContaining("no longer holds");
    }

    @Test
    void very_many_objects_come_back_at_once() throws IOException {
        Sipwright sipwright = sipwright(Remedy.store(prepared()));
        List<SipUserSpec> users = java.util.stream.IntStream.range(0, 1500)
                .mapToObj(i -> user("user" + i))
                .toList();
        sipwright.upsertAll(new io.sipwright.Batch(
                List.of(TrunkSpec.builder("carrier", "custom_ip")
                        .server("sip.example.net")
                        .inboundSources("192.0.2.1")
                        .build()),
                users));
        String files = usersFile();

        assertThat(sipwright.history().restore(0).value().deleted()).hasSize(1501);
        assertThat(sipwright.history().restore(1).value().created()).hasSize(1501);

        assertThat(usersFile()).isEqualTo(files);
    }

    private static DataSource prepared() {
        DataSource dataSource = FreshDatabase.h2().dataSource();
        SchemaInitializer.of(dataSource).run();
        return dataSource;
    }
}
