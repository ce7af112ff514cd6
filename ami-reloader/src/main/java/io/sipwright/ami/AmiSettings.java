package io.sipwright.ami;

import io.sipwright.secret.Secret;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a reloader was built with. Shows no secret: its {@code toString} masks it. */
record AmiSettings(
        String host,
        int port,
        String user,
        Secret secret,
        Duration connectTimeout,
        Duration responseTimeout,
        Duration reloadTimeout,
        @Nullable SSLContext tls,
        boolean verification,
        boolean preflight,
        boolean memoryCache,
        int busyRetries,
        Duration busyPause) {

    /** Where it is, for messages. */
    String place() {
        return host + ":" + port;
    }
}
