package io.sipwright.apply;

import io.sipwright.error.SipwrightException;
import io.sipwright.pjsip.PjsipElement;
import io.sipwright.reload.Reloader;
import io.sipwright.render.Renderer;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreView;
import io.sipwright.target.Target;
import io.sipwright.target.TargetFile;
import io.sipwright.target.WriteResult;
import io.sipwright.trunk.Trunk;
import io.sipwright.user.SipUser;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the newest state of a store to one node: renders it, has the target write it, and if anything was written,
 * has Asterisk reload. A failure never touches the store: its state stays what is wanted, and the next round tries
 * again. One round at a time; no file is replaced while a reload is under way.
 */
public final class Applier {

    private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

    private final ProvisioningStore store;
    private final Renderer renderer;
    private final Target target;
    private final Reloader reloader;

    public Applier(ProvisioningStore store, Renderer renderer, Target target, Reloader reloader) {
        this.store = store;
        this.renderer = renderer;
        this.target = target;
        this.reloader = reloader;
    }

    /** Runs one round. */
    public synchronized ApplyResult apply() {
        ApplyResult result = store.read(this::write); // the view is closed before Asterisk is waited for
        if (result.written() != null && result.written().isWritten()) {
            result = new ApplyResult(result.generation(), result.written(), reloader.reload(result.generation()), null);
        }
        LOG.debug("{}", result.summary());
        return result;
    }

    private ApplyResult write(StoreView view) {
        List<TargetFile> files = List.of(
                new TargetFile(Renderer.TRUNKS_FILE, elements -> trunks(view, elements)),
                new TargetFile(Renderer.USERS_FILE, elements -> users(view, elements)));
        try {
            WriteResult written = target.write(files);
            return new ApplyResult(view.generation(), written, null, null);
        } catch (SipwrightException e) {
            LOG.warn("Generation {} was not written: {}", view.generation(), e.getMessage(), e);
            return new ApplyResult(view.generation(), null, null, e.getMessage());
        }
    }

    private void trunks(StoreView view, Consumer<? super PjsipElement> elements) {
        try (Stream<Trunk> trunks = view.trunks().stream()) {
            trunks.forEach(trunk -> renderer.trunk(trunk.spec()).forEach(elements));
        }
    }

    private void users(StoreView view, Consumer<? super PjsipElement> elements) {
        try (Stream<SipUser> users = view.users().stream()) {
            users.forEach(user -> renderer.user(user.spec()).forEach(elements));
        }
    }
}
