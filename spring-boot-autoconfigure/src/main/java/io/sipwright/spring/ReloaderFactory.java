package io.sipwright.spring;

import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import java.util.Optional;

/** Makes reloaders with what there is on the class path. */
interface ReloaderFactory {

    /**
     * A reloader.
     *
     * @param property where its settings are, for messages
     * @param memoryCache whether Asterisk keeps rows in a memory cache
     */
    Reloader reloader(String property, Ami ami, String username, String password, boolean memoryCache);

    /** What can tell of the Asterisk that a reloader of this factory reloads. */
    Optional<AsteriskObserver> observer(Reloader reloader);
}
