package io.sipwright.apply;

import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.store.StoreWriting;
import io.sipwright.target.RowTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Brings the newest state of a store to all nodes, and keeps it there. The only message is a number: whatever was missed, the
 * next round repairs. Thread-safe.
 */
public final class ApplyEngine implements AutoCloseable {

    /** How long {@link #close} waits for rounds that are under way. */
    public static final Duration CLOSE_LIMIT = Duration.ofSeconds(90);

    private static final Comparator<NodeStatus> BY_NODE = Comparator.comparing(NodeStatus::node);

    private final ProvisioningStore store;

    /** In the order in which they are gone through: sorted by name, after the one that goes first. */
    private final List<NodeEngine> nodes;

    private final Optional<Canary> canary;
    private final ApplyListener listener;
    private final JoinedRows joined;
    private final Progress progress = new Progress();

    /** What nodes with the same rows have in common, where none of them waits for another. */
    private final Map<RowTarget, RowWriting> writings = new HashMap<>();

    private final Map<Boolean, SharedChanges> changes = new HashMap<>();

    /**
     * An engine whose threads are not started.
     *
     * @param threads makes the thread of each node
     * @throws IllegalArgumentException if there is no node, or two of one name; or that which shall go first is not there, or
     *     shares its target
     */
    public ApplyEngine(
            ProvisioningStore store,
            Renderer renderer,
            List<Node> nodes,
            ApplySettings settings,
            List<ApplyListener> listeners,
            ThreadFactory threads) {
        this.store = store;
        this.listener = new IsolatedListeners(listeners);
        this.canary = Canary.of(settings, nodes, store);
        this.joined =
                new JoinedRows(nodes.stream().filter(node -> !follows(node)).toList(), store, renderer);
        Set<String> names = new HashSet<>();
        this.nodes = nodes.stream()
                .sorted(Comparator.comparing(Node::name))
                .peek(node -> {
                    if (!names.add(node.name())) {
                        throw new IllegalArgumentException("There are two nodes of the name " + node.name());
                    }
                })
                .sorted(Comparator.comparing(this::follows))
                .map(node -> engine(node, renderer, settings, threads))
                .toList();
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("There is no node to apply to");
        }
    }

    private NodeEngine engine(Node node, Renderer renderer, ApplySettings settings, ThreadFactory threads) {
        Tenure tenure = new Tenure(store.nodes(), node.name(), settings);
        if (canary.isEmpty() || !follows(node)) {
            ApplyListener told = canary.isEmpty() ? listener : new IsolatedListeners(List.of(listener, wakingOthers()));
            Rounds rounds = rounds(node, store, renderer, tenure);
            return new NodeEngine(node, store, rounds, tenure, settings, told, progress, threads);
        }
        FollowingStore seen = new FollowingStore(store, canary.get());
        Rounds rounds = new FollowingRounds(node.name(), canary.get(), seen, rounds(node, seen, renderer, tenure));
        FollowingStore polled = new FollowingStore(store, canary.get());
        return new NodeEngine(node, polled, rounds, tenure, settings, listener, progress, threads);
    }

    private Rounds rounds(Node node, ProvisioningStore store, Renderer renderer, Tenure tenure) {
        return node.target() instanceof RowTarget rows
                ? rows(node, rows, store, renderer.forRows(rows.keepsStamps()), tenure)
                : new FileRounds(node, store, renderer, tenure, listener);
    }

    private Rounds rows(Node node, RowTarget target, ProvisioningStore store, Renderer renderer, Tenure tenure) {
        boolean alone = follows(node); // it sees another state
        RowWriting writing = alone
                ? new RowWriting(target, store, renderer)
                : writings.computeIfAbsent(target, one -> new RowWriting(one, store, renderer));
        SharedChanges seen = alone
                ? new SharedChanges(store, renderer)
                : changes.computeIfAbsent(target.keepsStamps(), stamped -> new SharedChanges(store, renderer));
        return new RowRounds(node, target, store, renderer, writing, seen, tenure, listener);
    }

    /** Whether a node waits for another one. */
    private boolean follows(Node node) {
        return canary.isPresent() && !canary.get().is(node);
    }

    /** Has the others follow as soon as the first one was seen running something new. */
    private ApplyListener wakingOthers() {
        return new ApplyListener() {
            @Override
            public void roundEnded(NodeStatus before, NodeStatus after) {
                if (after.verifiedGeneration() > before.verifiedGeneration()) {
                    nodes.stream()
                            .filter(node -> follows(node.node()))
                            .forEach(node -> node.wake(after.verifiedGeneration()));
                }
            }
        };
    }

    /** Threads that do not keep the process alive. */
    public static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Starts a thread for each node, which begins by looking at everything. */
    public void start() {
        nodes.forEach(NodeEngine::start);
    }

    /**
     * Writes along with a change under way what can be written in its transaction.
     *
     * @throws io.sipwright.target.TargetException if it can't be done; the change must not count then
     */
    public void follow(StoreWriting change) {
        joined.follow(change);
    }

    /** Says that there is a newer state. Returns at once. */
    public void wake(long generation) {
        nodes.stream().filter(node -> !follows(node.node())).forEach(node -> node.wake(generation));
    }

    /** Brings a generation to all nodes in this thread, one after the other; the one that goes first, first. */
    public Applied bring(long generation) {
        return applied(generation, node -> node.bring(generation));
    }

    /** Runs a round on all nodes in this thread, whatever is known. A rendering that was taken back is tried again. */
    public Applied apply() {
        long generation = store.<Long>read(StoreView::generation);
        return applied(generation, node -> node.runNow(Reason.REQUEST));
    }

    /** Looks at all nodes in this thread, and repairs what is not as it should be. */
    public Applied reconcile() {
        long generation = store.<Long>read(StoreView::generation);
        return applied(generation, node -> node.runNow(Reason.RECONCILE));
    }

    /** What a round would change on each node, sorted by name, after those that are under way. Changes nothing. */
    public List<Plan> plan() {
        return byName(NodeEngine::plan);
    }

    /**
     * Does what was planned, in this thread, one node after the other.
     *
     * @return how far the nodes have come that there are plans for
     * @throws StalePlanException if the base of a plan has moved. Of several plans all are held against their base before the
     *     first is applied, and each again when its turn comes
     * @throws IllegalArgumentException if there is no plan, no such node, or two plans for one
     */
    public Applied apply(List<Plan> plans) {
        Map<NodeEngine, Plan> planned = new LinkedHashMap<>();
        plans.stream()
                .sorted(Comparator.comparing(plan -> nodes.indexOf(engine(plan.node()))))
                .forEach(plan -> {
                    if (planned.put(engine(plan.node()), plan) != null) {
                        throw new IllegalArgumentException("There are two plans for the node " + plan.node());
                    }
                });
        if (planned.isEmpty()) {
            throw new IllegalArgumentException("There is no plan to apply");
        }
        if (planned.size() > 1) {
            planned.forEach(NodeEngine::check);
        }
        List<NodeStatus> status = new ArrayList<>();
        planned.forEach((engine, plan) -> status.add(engine.apply(plan)));
        return new Applied(
                plans.get(0).generation(), status.stream().sorted(BY_NODE).toList());
    }

    private NodeEngine engine(String node) {
        return nodes.stream()
                .filter(engine -> engine.node().name().equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no node " + node));
    }

    /** What differs on each node from what should be, sorted by name. Changes nothing. */
    public List<Drift> drift() {
        return byName(NodeEngine::drift);
    }

    /**
     * Waits until a generation runs on all nodes, or was refused by one, but not longer than a time.
     *
     * @return how far it has come until then
     */
    public Applied await(long generation, Duration timeout) {
        long most = TimeUnit.NANOSECONDS.convert(timeout); // nothing overflows
        progress.await(() -> nodes.stream().anyMatch(NodeEngine::isHalted) || isSettled(generation), most);
        return applied(generation, NodeEngine::status);
    }

    /** Whether waiting brings nothing more: all nodes are done, or one refused. */
    private boolean isSettled(long generation) {
        List<NodeStatus> status = status();
        return status.stream().allMatch(node -> node.isSettled(generation))
                || status.stream().anyMatch(node -> node.isRefused(generation));
    }

    /** State of all nodes, sorted by name. */
    public List<NodeStatus> status() {
        return byName(NodeEngine::status);
    }

    /** Tells the listeners that changes were taken back. */
    public void wentBack(long base, long newest, String reason) {
        listener.wentBack(base, newest, reason);
    }

    private Applied applied(long generation, Function<NodeEngine, NodeStatus> work) {
        List<NodeStatus> status = nodes.stream().map(work).sorted(BY_NODE).toList();
        return new Applied(generation, status);
    }

    private <R> List<R> byName(Function<NodeEngine, R> question) {
        return nodes.stream()
                .sorted(Comparator.comparing(engine -> engine.node().name()))
                .map(question)
                .toList();
    }

    /** Stops after the rounds that are under way, which it waits for up to {@link #CLOSE_LIMIT}, and gives the nodes back. */
    @Override
    public void close() {
        close(CLOSE_LIMIT);
    }

    void close(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        nodes.forEach(NodeEngine::halt);
        nodes.forEach(node -> node.stop(Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))));
    }
}
