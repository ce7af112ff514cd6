package io.sipwright.apply;

import io.sipwright.render.Renderer;
import io.sipwright.store.StoreView;

/** Holds what a plan was made from against what there is when it is applied. Not thread-safe. */
final class PlanBase {

    private final Plan plan;
    private final Node node;
    private final Renderer renderer;
    private final byte[] key;
    private final PresentFiles present;

    PlanBase(Plan plan, Node node, Renderer renderer, byte[] key) {
        this.plan = plan;
        this.node = node;
        this.renderer = renderer;
        this.key = key;
        this.present = PresentFiles.read(node.target());
    }

    /**
     * Compares all of it with one state, which is then to be staged.
     *
     * @throws StalePlanException if anything has moved
     */
    void check(StoreView view) {
        String now = Planning.of(view, renderer, present).fingerprint(key, node.name());
        if (!now.equals(plan.fingerprint())) {
            throw new StalePlanException(plan, view.generation());
        }
    }

    /**
     * Looks at the files once more, while the staged rendering holds the lock of their directory.
     *
     * @throws StalePlanException if they have moved
     */
    void checkStaged(Staging staging) {
        boolean same = staging.generation() == plan.generation()
                && PresentFiles.read(node.target()).digests().equals(present.digests());
        if (!same) {
            throw new StalePlanException(plan, staging.generation());
        }
    }
}
