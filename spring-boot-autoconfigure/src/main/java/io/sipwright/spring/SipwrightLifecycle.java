package io.sipwright.spring;

import io.sipwright.Sipwright;
import org.springframework.context.SmartLifecycle;

/**
 * Begins to apply when the application is up, whether Asterisk is or not. It ends when the Sipwright is closed, before the
 * data source is.
 */
final class SipwrightLifecycle implements SmartLifecycle {

    private final Sipwright sipwright;
    private final boolean autoStartup;
    private volatile boolean running;

    SipwrightLifecycle(Sipwright sipwright, boolean autoStartup) {
        this.sipwright = sipwright;
        this.autoStartup = autoStartup;
    }

    @Override
    public void start() {
        sipwright.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }
}
