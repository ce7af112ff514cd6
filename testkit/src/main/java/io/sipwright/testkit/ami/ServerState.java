package io.sipwright.testkit.ami;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What all connections of a server share. Thread-safe. */
final class ServerState {
    private final String user;
    private final String secret;
    private final @Nullable Path configDirectory;
    private final FakePjsip pjsip = new FakePjsip();
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile ReloadEffect effect = ReloadEffect.none();
    private volatile boolean booted = true;
    private volatile boolean queued;

    ServerState(String user, String secret, @Nullable Path configDirectory) {
        this.user = user;
        this.secret = secret;
        this.configDirectory = configDirectory;
    }

    String user() {
        return user;
    }

    String secret() {
        return secret;
    }

    @Nullable
    Path configDirectory() {
        return configDirectory;
    }

    FakePjsip pjsip() {
        return pjsip;
    }

    void effect(ReloadEffect newEffect) {
        effect = newEffect;
    }

    boolean isBooted() {
        return booted;
    }

    /** While it boots, a reload is queued; it happens when it has booted. */
    void booted(boolean isBooted) {
        booted = isBooted;
        if (isBooted && queued) {
            queued = false;
            reload();
        }
    }

    /** Whether no other reload was going on. */
    boolean reload() {
        if (!reloading.tryLock()) {
            return false;
        }
        try {
            if (booted) {
                effect.reload(pjsip);
            } else {
                queued = true;
            }
            return true;
        } finally {
            reloading.unlock();
        }
    }
}
