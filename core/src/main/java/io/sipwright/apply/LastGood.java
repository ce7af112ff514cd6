package io.sipwright.apply;

import io.sipwright.reload.Manifest;
import io.sipwright.render.Renderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a node as they were when all ran as it should. Not thread-safe. */
final class LastGood {

    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);

    private final Node node;
    private final Renderer renderer;
    private boolean kept = true;

    LastGood(Node node, Renderer renderer) {
        this.node = node;
        this.renderer = renderer;
    }

    /** Whether what was seen running is kept, as far as there is anything to keep. */
    boolean isKept() {
        return kept;
    }

    /** Keeps what the files hold now; what fails is tried again by the next round. */
    void keep() {
        kept = false;
        try {
            node.target().markGood();
            kept = true;
        } catch (RuntimeException e) {
            LOG.warn("Node {}: what runs could not be kept as last known good: {}", node.name(), e.getMessage(), e);
        }
    }

    /** What it consists of. Where nothing was seen running since the start, perhaps something was before it. */
    Manifest manifest(@Nullable Manifest seen) {
        return seen != null ? seen : Staging.good(renderer, node.target()).orElse(Manifest.empty());
    }
}
