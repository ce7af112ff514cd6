package io.sipwright.realtime;

import io.sipwright.ami.AmiReloader;
import io.sipwright.store.Lease;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.Target;
import io.sipwright.template.TemplateCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Moves Asterisks that run from files to rows, and back, without a moment in which a phone can't register. While it lasts, the
 * host has two nodes for each Asterisk, one with files and one with rows, so that each change gets to both. How far it is,
 * is found out anew each time that it is asked; nothing is kept, so that it may be cut off anywhere and gone on with.
 *
 * <pre>{@code
 * Move move = Move.builder(store, rows).node("east", "east-rows", files, ami).build();
 * System.out.print(MoveStep.toText(move.toRows()));
 * }</pre>
 *
 * <p>Needs stamps, a manager account with {@code write = system,reporting}, and {@code func_config.so} and {@code
 * func_sorcery.so} in Asterisk. The order of all steps stands in {@code docs/moving.md}. Thread-safe.
 */
public final class Move {

    /** The same for all, so that who was cut off can go on at once. */
    private static final String OWNER = "sipwright-move";

    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final String EMPTY = "its files hold no objects";
    private static final String DELETED = "the rows are deleted";

    private final ProvisioningStore store;
    private final RealtimeTarget rows;
    private final List<MovedNode> nodes;
    private final MoveLook look;

    private Move(Builder settings) {
        this.store = settings.store;
        this.rows = settings.rows;
        this.nodes = List.copyOf(settings.nodes);
        this.look = new MoveLook(
                rows, new Rendering(store, settings.catalog, rows.database().version()), nodes);
    }

    /**
     * A move of some nodes.
     *
     * @param store that the host uses
     * @param rows where all of them are to read from, or read from
     */
    public static Builder builder(ProvisioningStore store, RealtimeTarget rows) {
        return new Builder(store, rows);
    }

    /**
     * How far the way to rows is. Looks only, but for the rows of a {@link RealtimeDoctor}, which are there for a moment. Reads
     * all rows, and asks each node a few questions.
     *
     * @return steps that are about all nodes, then those of each; all are done in the end
     */
    public List<MoveStep> toRows() {
        List<MoveStep> steps = new ArrayList<>();
        steps.add(look.rowsHoldAll());
        for (MovedNode node : nodes) {
            steps.add(look.readsRows(node).after(allDone(steps, node)));
            steps.add(freed(node.name(), node.name()).after(allDone(steps, node)));
            steps.add(look.filesAreEmpty(node, EMPTY).after(allDone(steps, node)));
        }
        return steps;
    }

    /** Steps of other nodes need not be done. */
    private static boolean allDone(List<MoveStep> steps, MovedNode node) {
        return steps.stream()
                .filter(step -> step.node().isEmpty() || step.node().equals(node.name()))
                .allMatch(MoveStep::isDone);
    }

    /**
     * Takes the objects out of the files of a node, which has all of them from rows: the last step to rows. A file that someone
     * has edited is left alone. If Asterisk then lacks one object, the files come back at once.
     *
     * <p>Takes as long as a reload and a question for each object.
     *
     * @return done, or blocked with the reason; what was done then is whole, and it may be tried again
     * @throws io.sipwright.target.TargetException if the files can't be written
     * @throws IllegalArgumentException if there is no such node
     */
    public MoveStep emptyFiles(String node) {
        MovedNode moved = nodes.stream()
                .filter(it -> it.name().equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no node " + node));
        return holding(List.of(node), node, EMPTY, generation -> {
            for (MoveStep before : List.of(look.rowsHoldAll(), look.readsRows(moved))) {
                if (!before.isDone()) {
                    return blocked(node, EMPTY, before.what() + " is not so: " + before.detail());
                }
            }
            return look.emptied(moved)
                    .run(generation)
                    .map(reason -> blocked(node, EMPTY, reason))
                    .orElseGet(() -> MoveStep.done(node, EMPTY));
        });
    }

    /** How far the way back to files is. Looks only, as {@link #toRows} does; reads all files as well. */
    public List<MoveStep> toFiles() {
        List<MoveStep> steps = new ArrayList<>();
        for (MovedNode node : nodes) {
            steps.add(look.filesHoldAll(node));
            steps.add(look.readsFiles(node).after(allDone(steps, node)));
        }
        for (MovedNode node : nodes) {
            steps.add(freed(node.name(), node.rowsName()).after(allDone(steps, node)));
        }
        steps.add(look.rowsAreDeleted(DELETED).after(steps.stream().allMatch(MoveStep::isDone)));
        return steps;
    }

    /**
     * Deletes our rows, when all nodes run from files: the last step back. Rows of others stay.
     *
     * @return done, or blocked with the reason, and nothing deleted
     */
    public MoveStep deleteRows() {
        return holding(nodes.stream().map(MovedNode::rowsName).toList(), "", DELETED, generation -> {
            for (MovedNode node : nodes) {
                for (MoveStep before : List.of(look.filesHoldAll(node), look.readsFiles(node))) {
                    if (!before.isDone()) {
                        return blocked("", DELETED, before.node() + ": " + before.detail());
                    }
                }
            }
            // Afterwards it is not known what the rows show, as before the first writing.
            return rows.replaceAll(rows.generation(), 0, Stream.empty())
                    ? MoveStep.done("", DELETED)
                    : blocked("", DELETED, "someone writes rows");
        });
    }

    private static MoveStep blocked(String node, String what, String reason) {
        return new MoveStep(MoveStep.State.BLOCKED, node, what, reason);
    }

    private MoveStep freed(String node, String leased) {
        String what = "no host applies to the node " + leased;
        return holding(List.of(leased), node, what, generation -> MoveStep.done(node, what));
    }

    /** Does something while no host can apply to some nodes; if one does, that stands in the way. */
    private MoveStep holding(List<String> leased, String node, String what, Function<Long, MoveStep> work) {
        List<Lease> held = new ArrayList<>();
        try {
            for (String name : leased) {
                Optional<Lease> lease = store.nodes().acquire(name, OWNER, LEASE);
                if (lease.isEmpty()) {
                    return new MoveStep(
                            MoveStep.State.NEXT,
                            node,
                            what,
                            "Start all instances of the host without the node " + name + ".");
                }
                held.add(lease.get());
            }
            return work.apply(store.<Long>read(view -> view.generation()));
        } finally {
            held.forEach(store.nodes()::release);
        }
    }

    /** What is moved. Not thread-safe. */
    public static final class Builder {

        private final ProvisioningStore store;
        private final RealtimeTarget rows;
        private final List<MovedNode> nodes = new ArrayList<>();
        private TemplateCatalog catalog = TemplateCatalog.shipped();

        private Builder(ProvisioningStore store, RealtimeTarget rows) {
            this.store = store;
            this.rows = rows;
        }

        /**
         * An Asterisk that is moved.
         *
         * @param files name of the node by which the host applies files to it
         * @param rowsName name of the node by which it applies rows to it
         * @param target where the files are
         * @param reloader of this Asterisk
         */
        public Builder node(String files, String rowsName, Target target, AmiReloader reloader) {
            nodes.add(new MovedNode(files, rowsName, target, reloader));
            return this;
        }

        /** The templates; those shipped with the library by default. */
        public Builder catalog(TemplateCatalog value) {
            catalog = value;
            return this;
        }

        /**
         * A move that has not looked at anything yet.
         *
         * @throws IllegalStateException if there is no node
         */
        public Move build() {
            if (nodes.isEmpty()) {
                throw new IllegalStateException("Say what is to be moved: Move.builder(store, rows).node(...)");
            }
            return new Move(this);
        }
    }
}
