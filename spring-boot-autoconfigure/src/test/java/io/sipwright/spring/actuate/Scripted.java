package io.sipwright.spring.actuate;

import io.sipwright.Sipwright;
import io.sipwright.apply.Node;
import io.sipwright.reload.ObjectKey;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.reload.ReloadRequest;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightNodes;
import io.sipwright.target.ConfigFiles;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An Asterisk that answers what a test wants. */
final class Scripted implements Reloader {

    /** Must never be seen outside the files. */
    static final String SECRET = "canary-Xk4vQ9-battery";

    private static final AtomicInteger EXTENSIONS = new AtomicInteger(1000);

    private volatile Function<ReloadRequest, ReloadOutcome> next = request -> new ReloadOutcome.Verified(1);

    void answers(ReloadOutcome outcome) {
        next = request -> outcome;
    }

    /** As long as there is one object, it does not run another. */
    void loses(String lost, String because) {
        var missing = new ReloadOutcome.Rejected(
                List.of(new RejectedObject(new ObjectKey("endpoint", lost), RejectedObject.State.MISSING, "lost")));
        next = request ->
                request.wanted().find(new ObjectKey("endpoint", because)).isPresent()
                        ? missing
                        : new ReloadOutcome.Verified(1);
    }

    void rejects(String endpoint) {
        answers(new ReloadOutcome.Rejected(List.of(new RejectedObject(
                new ObjectKey("endpoint", endpoint), RejectedObject.State.OTHER_VERSION, "out of mood"))));
    }

    @Override
    public ReloadOutcome reload(ReloadRequest request) {
        return next.apply(request);
    }

    /** As the only node, {@code pbx}. */
    SipwrightNodes in(Path directory) {
        return nodes(directory, this);
    }

    static SipwrightNodes nodes(Path directory, Reloader reloader) {
        return new SipwrightNodes(List.of(new Node("pbx", ConfigFiles.in(directory), reloader)), Map.of());
    }

    static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension(String.valueOf(EXTENSIONS.incrementAndGet()))
                .secret(SECRET)
                .context("default")
                .build();
    }

    static void create(Sipwright sipwright, String name) {
        sipwright.users().create(user(name));
    }
}
