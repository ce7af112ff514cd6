package io.sipwright.ari;

import io.sipwright.secret.Secret;

/** The lines that Asterisk needs for an {@link AriOverlay}; they count from its next start. */
public final class AriConfiguration {

    private AriConfiguration() {}

    /**
     * For {@code sorcery.conf}. An auth in memory goes before that of the files, so that a password can be changed. Aors and
     * endpoints in memory come after: memory only has to bring new ones, and gives way as soon as the files have them.
     */
    public static String sorcery() {
        return """
            [general]
            update_or_create_on_update_miss=yes

            [res_pjsip]
            auth=memory
            auth=config,pjsip.conf,criteria=type=auth
            endpoint=config,pjsip.conf,criteria=type=endpoint
            endpoint=memory
            aor=config,pjsip.conf,criteria=type=aor
            aor=memory
            """;
    }

    /**
     * For {@code ari.conf}.
     *
     * @throws IllegalArgumentException if Asterisk could not read the name or the secret back; the message does not show it
     */
    public static String ari(String user, Secret secret) {
        if (!user.matches("[A-Za-z0-9_-]+") || user.equals("general")) {
            throw new IllegalArgumentException(
                    "The user of ARI has letters, digits, _ and -, and is not called general");
        }
        String text = secret.reveal();
        if (!text.equals(text.strip())
                || text.isEmpty()
                || text.chars().anyMatch(Character::isISOControl)
                || text.startsWith("=")
                || text.startsWith(">")
                || text.contains("\\")) {
            throw new IllegalArgumentException(
                    "The secret of ARI has no blanks around it, no control characters, no backslash, and no = or > first");
        }
        return """
            [general]
            enabled=yes

            [%s]
            type=user
            read_only=no
            password=%s
            """.formatted(user, text.replace(";", "\\;"));
    }

    /** For {@code http.conf}; beyond loopback use TLS, for passwords pass here. */
    public static String http(String address, int port) {
        if (!address.matches("[0-9A-Fa-f.:]+") || port < 1 || port > 0xffff) {
            throw new IllegalArgumentException(
                    "Asterisk's web server has a numeric address, and a port from 1 to 65535");
        }
        return """
            [general]
            enabled=yes
            bindaddr=%s
            bindport=%d
            """.formatted(address, port);
    }
}
