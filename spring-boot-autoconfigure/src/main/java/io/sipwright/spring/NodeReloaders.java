package io.sipwright.spring;

import io.sipwright.reload.Reloader;
import io.sipwright.spring.SipwrightProperties.Ami;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** How nodes are told of what has changed. */
record NodeReloaders(ReloaderFactory reloaders, OverlayFactory overlays, boolean memoryCache) {

    /** One over the manager interface, or none where there is no account of it. */
    Reloader reloader(NodeSettings node) {
        Ami ami = node.ami();
        String property = node.prefix() + ".ami";
        if (!StringUtils.hasText(ami.username())) {
            return Reloader.none();
        }
        String password = required(
                property, ami.password(), "the manager account '" + ami.username() + "'", "nothing is reloaded");
        return reloaders.reloader(property, ami, ami.username(), password, memoryCache && !node.hasFiles());
    }

    /** The same with an overlay before it, where there is a user for it. */
    Reloader overlaid(NodeSettings node, Reloader reloader) {
        SipwrightAriProperties ari = node.ari();
        String property = node.prefix() + ".ari";
        if (!node.hasFiles() || !StringUtils.hasText(ari.username())) {
            return reloader;
        }
        String password =
                required(property, ari.password(), "the user '" + ari.username() + "' of ARI", "there is no overlay");
        if (!StringUtils.hasText(node.ami().username())) {
            throw new SettingException(
                    node.prefix() + ".ami.username",
                    "the overlay needs a manager account, which looks at what runs, and reloads later",
                    "Set it, or remove " + property + ".username.",
                    null);
        }
        return overlays.overlay(property, ari, ari.username(), password, reloader);
    }

    private static String required(String property, @Nullable String password, String whose, String otherwise) {
        if (!StringUtils.hasText(password)) {
            throw new SettingException(
                    property + ".password",
                    whose + " needs a password",
                    "Set it, from the environment if this file is shared; without " + property + ".username "
                            + otherwise + ".",
                    null);
        }
        return password;
    }
}
