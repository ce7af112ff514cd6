package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.store.ConflictException;
import io.sipwright.store.NotFoundException;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StaleVersionException;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProvisionedObject;
import io.sipwright.trunk.Trunk;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with single objects. */
abstract class StoreObjectsContract {

    static final OptionalLong ANY = OptionalLong.empty();

    final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    /** The store under test, empty at the start of each. */
    protected ProvisioningStore store;

    /** An empty store that takes its times from the clock. */
    protected abstract ProvisioningStore newStore(SettableClock settable);

    @BeforeEach
    void makeStore() {
        store = newStore(clock);
    }

    static TrunkSpec trunk(String name) {
        return TrunkSpec.builder(name, "telnyx")
                .username("u")
                .password("secret of " + name)
                .build();
    }

    static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret("secret of " + name)
                .build();
    }

    <R> R write(Function<StoreWriting, R> writing) {
        return store.<R>write(writing).result();
    }

    SipUser insert(SipUserSpec spec) {
        return write(writing -> writing.users().insert(spec, 1));
    }

    SipUser update(SipUserSpec spec, OptionalLong expected) {
        return write(writing -> writing.users().update(spec, 1, expected));
    }

    long generation() {
        return store.<Long>read(StoreView::generation);
    }

    List<String> users() {
        return store.read(view -> names(view.users().stream()));
    }

    static List<String> names(Stream<? extends ProvisionedObject> objects) {
        try (objects) {
            return objects.map(ProvisionedObject::name).toList();
        }
    }

    @Test
    void an_inserted_object_is_found_as_it_was_given() {
        TrunkSpec given = trunk("main").toBuilder()
                .active(false)
                .allowWideInbound(true)
                .field("inbound_sources", List.of("192.0.2.1", "192.0.2.2"))
                .override(OptionOverride.set("endpoint", "language", "de", "en"))
                .override(OptionOverride.remove("endpoint", "send_pai"))
                .build();
        Trunk kept = write(writing -> writing.trunks().insert(given, 7));

        assertThat(kept.spec()).isEqualTo(given);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.templateVersion()).isEqualTo(7);
        assertThat(store.<Trunk>read(view -> view.trunks().find("main").orElseThrow()))
                .isEqualTo(kept);
    }

    @Test
    void a_user_is_kept_with_its_notes() {
        SipUserSpec given =
                user("alice").toBuilder().notes("desk 4\n😀").active(false).build();

        assertThat(insert(given).spec()).isEqualTo(given);
        assertThat(store.<SipUserSpec>read(
                        view -> view.users().find("alice").orElseThrow().spec()))
                .isEqualTo(given);
    }

    @Test
    void names_are_found_in_whatever_case() {
        SipUser alice = insert(user("Alice.ÄI"));

        for (String name : List.of("Alice.ÄI", "alice.äi", "ALICE.ÄI")) {
            assertThat(store.<SipUser>read(view -> view.users().find(name).orElseThrow()))
                    .isEqualTo(alice);
        }
        assertThat(store.<Boolean>read(view -> view.users().find("alic").isPresent()))
                .isFalse();
        assertThat(store.<Boolean>read(view -> view.trunks().find("alice").isPresent()))
                .isFalse();
    }

    @Test
    void objects_come_sorted_as_java_sorts_strings() {
        List.of("b", "a", "_", "10", "9", "Z").forEach(name -> insert(user(name)));

        assertThat(users()).containsExactly("10", "9", "Z", "_", "a", "b");
    }

    @Test
    void names_are_unique_over_trunks_and_users_in_whatever_case() {
        insert(user("alice"));
        write(writing -> writing.trunks().insert(trunk("main"), 1));

        for (String name : List.of("alice", "ALICE", "main", "Main")) {
            assertThatThrownBy(() -> insert(user(name)))
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            conflict -> assertThat(conflict.name()).isEqualTo(name))
                    .hasMessageContaining("'" + name + "'");
            assertThatThrownBy(() -> write(writing -> writing.trunks().insert(trunk(name), 1)))
                    .isInstanceOf(ConflictException.class);
        }
        assertThat(users()).containsExactly("alice");
    }

    @Test
    void an_update_counts_the_version_and_keeps_id_and_birth() {
        SipUser before = insert(user("alice"));
        clock.advance(Duration.ofMinutes(5));
        SipUser after = write(writing ->
                writing.users().update(user("alice").toBuilder().extension("2").build(), 9, ANY));

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.templateVersion()).isEqualTo(9);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(after.updatedAt()).isEqualTo("2026-01-02T03:09:05Z");
    }

    @Test
    void an_update_to_the_same_changes_nothing() {
        SipUser before = insert(user("alice"));
        clock.advance(Duration.ofMinutes(5));

        assertThat(update(user("alice"), ANY)).isEqualTo(before);
    }

    @Test
    void an_update_in_another_case_leaves_the_order_whole() {
        insert(user("alice"));
        insert(user("bob"));
        update(user("BOB").toBuilder().extension("2").build(), ANY);

        assertThat(users()).hasSize(2).isSorted();
        assertThat(store.<String>read(
                        view -> view.users().find("bob").orElseThrow().name()))
                .isIn(users());
        assertThat(store.<SipUser>write(writing -> writing.users().delete("bOb", ANY))
                        .result()
                        .name())
                .isEqualToIgnoringCase("bob");
        assertThat(users()).containsExactly("alice");
    }

    @Test
    void a_deleted_object_is_gone_and_its_name_free() {
        SipUser before = insert(user("alice"));
        SipUser deleted = write(writing -> writing.users().delete("ALICE", OptionalLong.of(1)));

        assertThat(deleted).isEqualTo(before);
        assertThat(users()).isEmpty();
        SipUser again = insert(user("Alice"));
        assertThat(again.version()).isEqualTo(1);
        assertThat(again.id()).isNotEqualTo(before.id());
    }

    @Test
    void a_stale_version_is_refused() {
        insert(user("alice"));
        update(user("alice").toBuilder().extension("2").build(), OptionalLong.of(1));

        for (Runnable stale : List.<Runnable>of(
                () -> update(user("alice"), OptionalLong.of(1)),
                () -> write(writing -> writing.users().delete("alice", OptionalLong.of(1))))) {
            assertThatThrownBy(stale::run).isInstanceOfSatisfying(StaleVersionException.class, refused -> {
                assertThat(refused.name()).isEqualTo("alice");
                assertThat(refused.expected()).isEqualTo(1);
                assertThat(refused.actual()).isEqualTo(2);
            });
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> update(user("nobody"), ANY))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        missing -> assertThat(missing.name()).isEqualTo("nobody"))
                .hasMessage("There is no SIP user 'nobody'");
        assertThatThrownBy(() -> write(writing -> writing.trunks().delete("nobody", ANY)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no trunk 'nobody'");
        insert(user("alice"));
        assertThatThrownBy(() -> write(writing -> writing.trunks().update(trunk("alice"), 1, ANY)))
                .isInstanceOf(NotFoundException.class);
    }
}
