package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.store.InMemoryStore;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.user.SipUserPatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows cost what has changed, and each Asterisk is told and looked at by itself. */
class RowRoundsTest {

    private final InMemoryStore store = new InMemoryStore();
    private final FakeRows rows = new FakeRows();
    private final FakeAsterisk near = new FakeAsterisk();
    private final FakeAsterisk far = new FakeAsterisk();
    private Sipwright sipwright = start();

    private Sipwright start() {
        return Sipwright.builder()
                .store(store)
                .catalog(TemplateCatalog.shipped())
                .node(new Node("far", rows, far))
                .node(new Node("near", rows, near))
                .applying(Applying.BEFORE_RETURN)
                .applySettings(Bench.QUICK)
                .build();
    }

    @AfterEach
    void close() {
        sipwright.close();
    }

    private NodeStatus status(String node) {
        return sipwright.status().stream()
                .filter(status -> status.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> changed(ReloadRequest request) {
        return request.changed().stream().map(ObjectKey::toString).sorted().toList();
    }

    private static List<String> removed(ReloadRequest request) {
        return request.removed().stream().map(ObjectKey::toString).sorted().toList();
    }

    @Test
    void aChangeIsWrittenOnceAndLookedAtOnEachNode() {
        assertThat(sipwright
                        .users()
                        .create(People.user("alice"))
                        .awaitApplied(Duration.ofMillis(50))
                        .isVerified())
                .isTrue();
        sipwright.users().create(People.user("bob"));

        assertThat(rows.sections().keySet())
                .extracting(ObjectKey::toString)
                .containsExactly("aor alice", "aor bob", "auth alice", "auth bob", "endpoint alice", "endpoint bob");
        assertThat(rows.writings.get() + rows.replacements.get()).isEqualTo(2);
        for (FakeAsterisk asterisk : List.of(near, far)) {
            assertThat(asterisk.reloads).hasSize(2);
            assertThat(changed(asterisk.lastReload())).containsExactly("aor bob", "auth bob", "endpoint bob");
            assertThat(removed(asterisk.lastReload())).isEmpty();
        }
        assertThat(sipwright.status()).allMatch(status -> status.verifiedGeneration() == 2);
    }

    @Test
    void ofAnObjectThatChangesOnlyThePartsThatDoAreLookedAt() {
        sipwright.users().create(People.user("alice"));

        sipwright
                .users()
                .update("alice", SipUserPatch.builder().context("sales").build());

        assertThat(changed(near.lastReload())).containsExactly("endpoint alice");
        assertThat(removed(near.lastReload())).isEmpty();
    }

    @Test
    void whatIsDeletedOrSwitchedOffMustBeGone() {
        sipwright.users().create(People.user("alice"));
        sipwright.users().create(People.user("bob"));

        sipwright.users().delete("alice");
        assertThat(removed(near.lastReload())).containsExactly("aor alice", "auth alice", "endpoint alice");
        sipwright.users().update("bob", SipUserPatch.builder().active(false).build());

        assertThat(removed(near.lastReload())).containsExactly("aor bob", "auth bob", "endpoint bob");
        assertThat(changed(near.lastReload())).isEmpty();
        assertThat(rows.sections()).isEmpty();
    }

    @Test
    void aDeadNodeHoldsNobodyBackAndCatchesUp() {
        sipwright.users().create(People.user("alice"));
        far.always(FakeAsterisk.UNREACHABLE);

        for (int i = 0; i < 5; i++) {
            sipwright.users().create(People.user("user" + i));
        }
        sipwright.users().delete("alice");

        assertThat(status("near").verifiedGeneration()).isEqualTo(7);
        assertThat(status("far").verifiedGeneration()).isEqualTo(1);
        far.always(FakeAsterisk.VERIFIED);
        sipwright.reconcile();

        assertThat(status("far").verifiedGeneration()).isEqualTo(7);
        assertThat(changed(far.lastReload())).hasSize(15).contains("endpoint user0", "auth user4");
        assertThat(removed(far.lastReload())).containsExactly("aor alice", "auth alice", "endpoint alice");
    }

    @Test
    void whatOneAsteriskRefusesIsNamedAndTriedAgain() {
        far.always(FakeAsterisk.rejected(RejectedObject.State.OTHER_VERSION, "alice"));

        assertThat(sipwright
                        .users()
                        .create(People.user("alice"))
                        .awaitApplied(Duration.ofMillis(50))
                        .isVerified())
                .isFalse();

        assertThat(status("far").summary()).contains("alice");
        assertThat(status("near").verifiedGeneration()).isEqualTo(1);
        far.always(FakeAsterisk.VERIFIED);
        sipwright.reconcile();
        assertThat(changed(far.lastReload())).contains("endpoint alice");
        assertThat(status("far").verifiedGeneration()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsWrittenLater() {
        sipwright.users().create(People.user("alice"));
        rows.fail("the database is away");

        assertThat(sipwright
                        .users()
                        .create(People.user("bob"))
                        .awaitApplied(Duration.ofMillis(50))
                        .isVerified())
                .isFalse();

        assertThat(status("near").summary()).contains("the database is away");
        rows.recover();
        sipwright.reconcile();
        assertThat(rows.sections()).hasSize(6);
        assertThat(sipwright.status()).allMatch(status -> status.verifiedGeneration() == 2);
    }

    @Test
    void rowsOfAnOlderCopyAreBroughtUpToDate() {
        sipwright.users().create(People.user("alice"));
        sipwright.users().create(People.user("bob"));

        rows.lose(-1);
        sipwright.reconcile();
        assertThat(rows.replacements.get()).isEqualTo(2); // the first time, nothing is known either
        assertThat(rows.generation()).isEqualTo(2);
        rows.lose(99); // of a store that has gone back
        sipwright.reconcile();

        assertThat(rows.generation()).isEqualTo(2);
        assertThat(rows.sections()).hasSize(6);
    }

    @Test
    void anotherWriterInBetweenIsNotUndone() {
        sipwright.users().create(People.user("alice"));
        Sipwright other = start();
        int[] left = {3};
        rows.beforeWriting = () -> {
            if (left[0]-- > 0) {
                rows.beforeWriting = () -> {};
                other.users().create(People.user("other" + left[0]));
                rows.lose(-1);
            }
        };

        sipwright.users().create(People.user("bob"));
        sipwright.reconcile();

        assertThat(rows.sections().keySet()).extracting(ObjectKey::name).contains("alice", "bob", "other2");
        assertThat(rows.generation()).isEqualTo(3);
        other.close();
    }

    @Test
    void anAsteriskThatWasStartedAnewIsLookedAt() {
        sipwright.users().create(People.user("alice"));
        near.forget();

        sipwright.reconcile();
        assertThat(near.reloads).isEmpty();
        near.incarnation = "second";
        sipwright.reconcile();

        assertThat(near.reloads).hasSize(1);
        assertThat(changed(near.lastReload())).containsExactly("aor alice", "auth alice", "endpoint alice");
        assertThat(status("near").verifiedGeneration()).isEqualTo(1);
    }

    @Test
    void theNextInstanceGoesOnWhereTheLastOneWas() {
        sipwright.users().create(People.user("alice"));
        sipwright.close();
        near.forget();
        sipwright = start();

        sipwright.users().create(People.user("bob"));

        assertThat(rows.replacements.get()).isEqualTo(1);
        assertThat(changed(near.lastReload()))
                .contains("endpoint bob")
                .as("what was there is looked at once, by who knows nothing")
                .contains("endpoint alice");
    }

    @Test
    void aPlanIsWhatWouldBeWritten() {
        sipwright.users().create(People.user("alice"));
        rows.fail("away");
        sipwright.users().create(People.user("bob"));
        rows.recover();

        Plan plan = sipwright.plan().get(1);
        assertThat(plan.changes())
                .extracting(change -> change.object().toString())
                .containsExactly("auth bob", "aor bob", "endpoint bob");
        sipwright.apply(List.of(plan));
        assertThat(status("near").verifiedGeneration()).isEqualTo(2);
        sipwright.reconcile();

        assertThat(sipwright.plan()).allMatch(Plan::isEmpty);
    }
}
