package io.sipwright.spring;

import io.sipwright.reload.Reloader;

/** For hosts without the module that speaks ARI. */
final class NoOverlayFactory implements OverlayFactory {

    @Override
    public Reloader overlay(
            String property, SipwrightAriProperties ari, String username, String password, Reloader reloader) {
        throw new SettingException(
                property + ".username",
                "nothing here speaks ARI",
                "Add sipwright-ari to the class path, or remove the user name.",
                null);
    }
}
