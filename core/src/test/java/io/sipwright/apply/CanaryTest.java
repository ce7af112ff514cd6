package io.sipwright.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Sipwright;
import io.sipwright.store.InMemoryStore;
import io.sipwright.user.SipUserPatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One node goes first; the others get what it was seen running. */
class CanaryTest {

    private static final String FIRST = "west"; // not the first by name

    private final InMemoryStore store = new InMemoryStore();
    private final Map<String, FakeTarget> files =
            Map.of("east", new FakeTarget(), "north", new FakeTarget(), FIRST, new FakeTarget());
    private final FakeRows firstRows = new FakeRows();
    private final FakeRows otherRows = new FakeRows();
    private final Map<String, FakeAsterisk> asterisks =
            Map.of("east", new FakeAsterisk(), "north", new FakeAsterisk(), FIRST, new FakeAsterisk());
    private final List<Sipwright> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Sipwright::close);
    }

    private Sipwright start(Applying mode) {
        return start(mode, FIRST, "one");
    }

    private Sipwright start(Applying mode, String canary, String owner) {
        var builder = Sipwright.builder()
                .store(store)
                .applying(mode)
                .applySettings(Bench.QUICK.withOwner(owner).withCanary(canary));
        files.forEach((name, target) -> builder.node(new Node(name, target, asterisk(name))));
        return started(builder.build());
    }

    private Sipwright started(Sipwright sipwright) {
        started.add(sipwright);
        return sipwright;
    }

    private FakeAsterisk asterisk(String node) {
        return asterisks.getOrDefault(node, new FakeAsterisk());
    }

    private String text(String node) {
        return files.getOrDefault(node, new FakeTarget()).text();
    }

    private static Map<String, Long> verified(Sipwright sipwright) {
        return sipwright.status().stream().collect(Collectors.toMap(NodeStatus::node, NodeStatus::verifiedGeneration));
    }

    private static Map<String, Long> each(long first, long others) {
        return Map.of(FIRST, first, "east", others, "north", others);
    }

    @Test
    void whatTheFirstNodeRunsGoesToTheOthers() {
        Sipwright sipwright = start(Applying.IN_BACKGROUND);
        assertThat(sipwright.users().create(People.user("alice")).awaitApplied(Bounded.LONG))
                .matches(Applied::isVerified);
        assertThat(text("east")).contains("alice").isEqualTo(text(FIRST));
        assertThat(sipwright.status()).extracting(NodeStatus::node).containsExactly("east", "north", FIRST);
    }

    @Test
    void whatTheFirstNodeRefusesGoesNowhereElse() {
        Sipwright sipwright = start(Applying.BEFORE_RETURN);
        sipwright.users().create(People.user("alice"));
        asterisk(FIRST).always(FakeAsterisk.otherVersion("bob"));

        Applied applied = sipwright.users().create(People.user("bob")).awaitApplied(Duration.ofMillis(50));

        assertThat(applied.isVerified()).isFalse();
        assertThat(verified(sipwright)).isEqualTo(each(1, 1));
        assertThat(text(FIRST)).contains("bob");
        assertThat(text("east")).contains("alice").doesNotContain("bob").isEqualTo(text("north"));

        // What came meanwhile goes with it, once the first node takes it.
        sipwright
                .users()
                .update("alice", SipUserPatch.builder().context("sales").build());
        assertThat(text("east")).doesNotContain("sales");
        asterisk(FIRST).always(FakeAsterisk.VERIFIED);
        sipwright.users().delete("bob");
        assertThat(verified(sipwright)).isEqualTo(each(4, 4));
        assertThat(text("east")).contains("sales").doesNotContain("bob").isEqualTo(text(FIRST));
    }

    @Test
    void theOthersGetTheStateThatItRunsAndNotANewerOne() {
        Sipwright sipwright = start(Applying.ON_REQUEST);
        sipwright.users().create(People.user("alice"));
        sipwright.users().create(People.user("carol"));
        // While the first node reloads, someone changes more.
        asterisk(FIRST).answer = meanwhile(() -> {
            sipwright.users().create(People.user("bob"));
            sipwright.users().delete("alice");
            sipwright
                    .users()
                    .update("carol", SipUserPatch.builder().context("sales").build());
        });

        sipwright.apply();

        assertThat(verified(sipwright)).isEqualTo(each(2, 2));
        assertThat(text("east"))
                .contains("alice", "carol")
                .doesNotContain("bob")
                .doesNotContain("sales");
        assertThat(text("east")).isEqualTo(text(FIRST));
        asterisk(FIRST).always(FakeAsterisk.VERIFIED);
        sipwright.apply();
        assertThat(verified(sipwright)).isEqualTo(each(5, 5));
        assertThat(text("east"))
                .contains("bob", "sales")
                .doesNotContain("alice")
                .isEqualTo(text(FIRST));
    }

    private static Function<io.sipwright.reload.ReloadRequest, io.sipwright.reload.ReloadOutcome> meanwhile(
            Runnable change) {
        boolean[] done = {false};
        return request -> {
            if (!done[0]) {
                done[0] = true;
                change.run();
            }
            return FakeAsterisk.VERIFIED;
        };
    }

    @Test
    void aDeadFirstNodeHoldsTheOthersAndSaysSo() {
        asterisk(FIRST).always(FakeAsterisk.UNREACHABLE);
        Sipwright sipwright = start(Applying.IN_BACKGROUND);
        long generation = sipwright.users().create(People.user("alice")).generation();
        Bounded.until(
                "the others wait",
                () -> sipwright.status().stream()
                        .filter(status -> !status.node().equals(FIRST))
                        .allMatch(status -> status.summary().contains("follows the node west")));
        assertThat(text("east")).isEmpty();
        assertThat(asterisk("east").reloads).isEmpty();

        asterisk(FIRST).always(FakeAsterisk.VERIFIED);
        Bounded.until("all run it", () -> verified(sipwright).equals(each(generation, generation)));
    }

    @Test
    void aNewFirstNodeDoesNotTakeTheOthersBack() {
        Sipwright without = start(Applying.BEFORE_RETURN, "", "one");
        asterisk(FIRST).always(FakeAsterisk.UNREACHABLE);
        without.users().create(People.user("alice"));
        without.users().create(People.user("bob"));
        without.close();

        Sipwright with = start(Applying.ON_REQUEST, FIRST, "two");
        with.apply();
        assertThat(text("east")).contains("alice", "bob");
        asterisk(FIRST).always(FakeAsterisk.VERIFIED);
        with.apply();
        assertThat(verified(with)).isEqualTo(each(2, 2));
    }

    @Test
    void anotherInstanceMayHaveTheFirstNode() {
        Sipwright one = started(Sipwright.builder()
                .store(store)
                .node(new Node(FIRST, new FakeTarget(), asterisk(FIRST)))
                .applySettings(Bench.QUICK.withOwner("one").withCanary(FIRST))
                .build());
        Bounded.until("it has the node", () -> one.status().get(0).verifiedGeneration() == 0);
        Sipwright two = start(Applying.IN_BACKGROUND, FIRST, "two");
        assertThat(two.users().create(People.user("alice")).awaitApplied(Bounded.LONG))
                .matches(Applied::isVerified);
        assertThat(text("east")).contains("alice");
    }

    @Test
    void aPlanForTheOthersWaitsForTheFirst() {
        Sipwright sipwright = start(Applying.ON_REQUEST);
        sipwright.users().create(People.user("alice"));
        List<Plan> plans = sipwright.plan();
        assertThat(plans).allMatch(plan -> plan.toString().contains("alice"));
        List<Plan> others =
                plans.stream().filter(plan -> !plan.node().equals(FIRST)).toList();

        assertThat(sipwright.apply(others).nodes())
                .allMatch(node -> node.summary().contains("follows the node west"));
        assertThat(text("east")).isEmpty();
        assertThat(sipwright.apply(plans).isVerified()).isTrue();
        assertThat(text("east")).contains("alice");
    }

    @Test
    void whenTheStoreGoesBackTheOthersFollow() {
        Sipwright sipwright = start(Applying.BEFORE_RETURN);
        sipwright.users().create(People.user("alice"));
        InMemoryStore restored = new InMemoryStore();
        Sipwright later = started(Sipwright.builder()
                .store(restored)
                .node(new Node("east", files.getOrDefault("east", new FakeTarget()), asterisk("east")))
                .node(new Node(FIRST, files.getOrDefault(FIRST, new FakeTarget()), asterisk(FIRST)))
                .applying(Applying.BEFORE_RETURN)
                .applySettings(Bench.QUICK.withCanary(FIRST))
                .build());
        later.users().create(People.user("bob"));
        assertThat(text("east")).contains("bob").doesNotContain("alice").isEqualTo(text(FIRST));
    }

    @Test
    void rowsFollowAsWell() {
        Sipwright sipwright = started(Sipwright.builder()
                .store(store)
                .node(new Node("a", otherRows, asterisk("east")))
                .node(new Node("b", otherRows, asterisk("north")))
                .node(new Node(FIRST, firstRows, asterisk(FIRST)))
                .applying(Applying.BEFORE_RETURN)
                .applySettings(Bench.QUICK.withCanary(FIRST))
                .build());
        sipwright.users().create(People.user("alice"));
        assertThat(otherRows.sections()).isEqualTo(firstRows.sections()).hasSize(3);
        asterisk(FIRST).always(FakeAsterisk.missing("bob"));
        sipwright.users().create(People.user("bob"));
        assertThat(firstRows.sections()).hasSize(6);
        assertThat(otherRows.sections()).hasSize(3);
        asterisk(FIRST).always(FakeAsterisk.VERIFIED);
        sipwright.users().create(People.user("carol"));
        assertThat(otherRows.sections()).isEqualTo(firstRows.sections()).hasSize(9);
    }

    @Test
    void aFirstNodeThatIsNotThereOrSharesItsRowsIsRefused() {
        assertThatThrownBy(() -> start(Applying.BEFORE_RETURN, "south", "one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no node south");
        assertThatThrownBy(() -> Sipwright.builder()
                        .store(store)
                        .node(new Node("a", otherRows, asterisk("east")))
                        .node(new Node("b", otherRows, asterisk("north")))
                        .applySettings(Bench.QUICK.withCanary("a"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a and b share a target");
    }
}
