package io.sipwright.spring;

import io.sipwright.reload.AsteriskObserver;
import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import java.util.Optional;

/** For hosts without the module that speaks to Asterisk. */
final class NoReloaderFactory implements ReloaderFactory {

    @Override
    public Reloader reloader(Ami ami, String username, String password) {
        throw new IllegalStateException(
                "sipwright.ami.username is set, but sipwright-ami-reloader is not on the class path");
    }

    @Override
    public Optional<AsteriskObserver> observer(Reloader reloader) {
        return Optional.empty();
    }
}
