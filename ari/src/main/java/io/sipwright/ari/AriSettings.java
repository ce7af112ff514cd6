package io.sipwright.ari;

import io.sipwright.secret.Secret;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What an overlay was built with. Shows no secret: its {@code toString} masks it. */
record AriSettings(
        URI base,
        String user,
        Secret secret,
        Duration connectTimeout,
        Duration responseTimeout,
        @Nullable SSLContext tls,
        int most,
        Duration rest,
        double restFactor,
        Duration retryPause) {}
