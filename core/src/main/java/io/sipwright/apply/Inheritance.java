package io.sipwright.apply;

import io.sipwright.pjsip.PjsipSyntaxException;
import io.sipwright.reload.Manifest;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.render.Renderer;
import io.sipwright.target.TargetException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an instance finds that knows nothing of a node yet. Without it a reloader would take every object for new: no trunk
 * would be told to register again with a new password, and nothing would be known to have been removed.
 */
final class Inheritance {

    private static final Logger LOG = LoggerFactory.getLogger(Inheritance.class);

    private final Node node;
    private final Renderer renderer;

    Inheritance(Node node, Renderer renderer) {
        this.node = node;
        this.renderer = renderer;
    }

    /**
     * Learns what the files hold, and which of that Asterisk runs; the rest is in doubt.
     *
     * @param ask false if Asterisk is not to be waited for, so that all is in doubt
     * @return what Asterisk told; null if it was not asked
     */
    @Nullable
    ReloadOutcome look(Beliefs beliefs, long generation, boolean ask) {
        PresentFiles present = PresentFiles.read(node.target());
        Manifest found = Forecast.manifest(renderer, present);
        if (found.size() == 0) {
            return null;
        }
        beliefs.saw(found.doubting(found.keys()));
        if (!ask) {
            return null;
        }
        ReloadOutcome seen = node.reloader().verify(new ReloadRequest(generation, found, Manifest.empty()));
        beliefs.saw(found.doubting(present.edited(renderer)).doubting(doubtful(found, seen)));
        return seen;
    }

    private static Set<ObjectKey> doubtful(Manifest found, ReloadOutcome seen) {
        if (seen instanceof ReloadOutcome.Verified) {
            return Set.of();
        }
        return seen instanceof ReloadOutcome.Rejected rejected
                ? rejected.objects().stream().map(RejectedObject::key).collect(Collectors.toSet())
                : found.keys();
    }

    /**
     * Learns what ran last as it should. Files that were shown after it may have been read by Asterisk without all being done
     * that a reload leaves undone: what differs is in doubt.
     */
    void recall(Beliefs beliefs) {
        try {
            Staging.good(renderer, node.target()).ifPresent(beliefs::ranBefore);
        } catch (TargetException | PjsipSyntaxException e) {
            LOG.warn("Node {}: what ran before is not known: {}", node.name(), e.getMessage());
        }
    }
}
