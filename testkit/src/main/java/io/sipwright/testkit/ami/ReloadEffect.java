package io.sipwright.testkit.ami;

/**
 * What a reload of {@code res_pjsip.so} loads, as a test wants it. It is called on the thread of the connection that
 * asked, and while it runs another reload is answered "A reload is in progress".
 *
 * <p>The client is told "Module Reloaded" whatever this does; if it throws, "An unknown error occurred".
 */
@FunctionalInterface
public interface ReloadEffect {

    /** Changes what is loaded, or does not. */
    void reload(FakePjsip loaded);

    /** Loads nothing: a success that means nothing. */
    static ReloadEffect none() {
        return loaded -> {};
    }
}
