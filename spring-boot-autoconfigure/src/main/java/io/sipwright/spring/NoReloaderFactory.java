package io.sipwright.spring;

import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import java.util.Optional;

/** For hosts without the module that speaks to Asterisk. */
final class NoReloaderFactory implements ReloaderFactory {

    @Override
    public Reloader reloader(String property, Ami ami, String username, String password, boolean memoryCache) {
        throw new SettingException(
                property + ".username",
                "nothing here speaks to Asterisk",
                "Add sipwright-ami-reloader to the class path, or remove the user name.",
                null);
    }

    @Override
    public Optional<AsteriskObserver> observer(Reloader reloader) {
        return Optional.empty();
    }
}
