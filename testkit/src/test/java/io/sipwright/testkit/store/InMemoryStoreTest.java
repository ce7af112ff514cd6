package io.sipwright.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import org.junit.jupiter.api.Test;

/** The store in memory. */
class InMemoryStoreTest extends StoreContract {

    @Override
    protected ProvisioningStore newStore(SettableClock settable) {
        return new InMemoryStore(settable);
    }

    @Test
    void begins_empty_and_with_a_key_of_its_own() {
        InMemoryStore fresh = new InMemoryStore();

        assertThat(fresh.<Long>read(StoreView::generation)).isZero();
        assertThat(fresh.stampKey()).isNotEqualTo(store.stampKey());
    }

    @Test
    void a_state_that_was_read_never_changes() {
        insert(user("alice"));
        StoreView before = store.read(view -> view);
        insert(user("bob"));

        assertThat(names(before.users().stream())).containsExactly("alice");
        assertThat(before.generation()).isEqualTo(1);
    }
}
