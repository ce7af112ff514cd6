package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sipwright.Provisioned;
import io.sipwright.store.Change;
import io.sipwright.store.Change.Action;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.NodeRegistry;
import io.sipwright.store.ObjectQuery;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who changed what, and changes that wait for the commit of a caller. */
class AuditTest {

    @TempDir
    Path temporary;

    @Test
    void each_change_bears_the_name_of_who_made_it() {
        Workbench bench = new Workbench(temporary, settings -> settings.actor(() -> "host"));
        bench.sipwright.users().create(Samples.user("anna"));
        bench.sipwright
                .as("bob")
                .users()
                .update("ANNA", SipUserPatch.builder().context("sales").build());
        bench.sipwright.as("carol").users().delete("anna");

        assertThat(bench.sipwright.changesSince(0, 10))
                .extracting(Change::actor, Change::action, Change::generation, Change::version)
                .containsExactly(
                        tuple("host", Action.CREATED, 1L, 1L),
                        tuple("bob", Action.UPDATED, 2L, 2L),
                        tuple("carol", Action.DELETED, 3L, 2L));
        assertThat(bench.sipwright.changesSince(1, 1)).extracting(Change::actor).containsExactly("bob");
    }

    @Test
    void former_states_can_be_read_after_the_object_is_gone() {
        Workbench bench = new Workbench(temporary);
        SipUser first = bench.sipwright.users().create(Samples.user("anna")).value();
        bench.sipwright
                .users()
                .update("anna", SipUserPatch.builder().context("sales").build());
        bench.sipwright.users().delete("anna");

        assertThat(bench.sipwright.users().history("Anna", 10))
                .extracting(state -> state.object().spec().fields().text("context"))
                .containsExactly(Optional.of("sales"), Optional.of("sales"), Optional.empty());
        assertThat(bench.sipwright.users().history("anna", 10).get(2).object()).isEqualTo(first);
        assertThat(bench.sipwright.trunks().history("anna", 10)).isEmpty();
    }

    @Test
    void objects_are_found_by_a_query() {
        Workbench bench = new Workbench(temporary);
        bench.sipwright.users().create(Samples.user("anna", "1001"));
        bench.sipwright.users().create(Samples.user("bob", "2002"));
        bench.sipwright.users().disable("bob");

        assertThat(bench.sipwright.users().list(ObjectQuery.all().active(false)))
                .extracting(SipUser::name)
                .containsExactly("bob");
        assertThat(bench.sipwright.users().count(ObjectQuery.all().text("00"))).isEqualTo(2);
        assertThat(bench.sipwright.trunks().list(ObjectQuery.all())).isEmpty();
    }

    @Test
    void a_change_in_a_transaction_of_the_caller_is_applied_after_its_commit() {
        Workbench bench = new Workbench(temporary);
        List<Runnable> afterCommit = new ArrayList<>();

        Provisioned<SipUser> change = bench.sipwright
                .with(new Joined(bench.store, afterCommit))
                .users()
                .create(Samples.user("anna"));

        assertThat(change.applied()).isEmpty();
        assertThat(temporary.resolve("pjsip_users.conf")).doesNotExist();
        afterCommit.forEach(Runnable::run);
        assertThat(bench.usersFile()).contains("[anna]");
    }

    /** A store whose caller says when it commits. */
    private record Joined(InMemoryStore store, List<Runnable> tasks) implements ProvisioningStore {

        @Override
        public <R> R read(Function<? super StoreView, ? extends R> reading) {
            return store.read(reading);
        }

        @Override
        public <R> Committed<R> write(String actor, Function<? super StoreWriting, ? extends R> writing) {
            return store.write(actor, writing);
        }

        @Override
        public void afterCommit(Runnable task) {
            tasks.add(task);
        }

        @Override
        public byte[] stampKey() {
            return store.stampKey();
        }

        @Override
        public NodeRegistry nodes() {
            return store.nodes();
        }
    }
}
