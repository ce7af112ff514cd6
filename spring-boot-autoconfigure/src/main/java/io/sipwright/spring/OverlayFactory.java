package io.sipwright.spring;

import io.sipwright.reload.Reloader;

/** Makes overlays with what there is on the class path. */
interface OverlayFactory {

    /**
     * A reloader with an overlay before it.
     *
     * @param property where its settings are, for messages
     * @param reloader of the same Asterisk; closed with the overlay
     */
    Reloader overlay(String property, SipwrightAriProperties ari, String username, String password, Reloader reloader);
}
