package io.sipwright.ari;

import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What an {@link AriOverlay} is made of. Not thread-safe. */
public final class AriOverlayBuilder {

    private final URI base;
    private final String user;
    private final Secret secret;
    private final Reloader reloader;
    private Duration connectTimeout = Duration.ofSeconds(1);
    private Duration responseTimeout = Duration.ofSeconds(2);
    private @Nullable SSLContext tls;
    private int most = 60;
    private Duration rest = Duration.ofMinutes(5);
    private double restFactor = 50;
    private Duration retryPause = Duration.ofSeconds(30);

    AriOverlayBuilder(URI base, String user, Secret secret, Reloader reloader) {
        boolean isWeb = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        if (!isWeb
                || base.getHost() == null
                || base.getRawUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of ARI is like http://127.0.0.1:8088, without a user, a query or a fragment");
        }
        if (user.isBlank() || user.chars().anyMatch(c -> c == ':' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("The user of ARI has a name without colons and control characters");
        }
        String text = base.toString();
        this.base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        this.user = user;
        this.secret = secret;
        this.reloader = reloader;
    }

    /** How long to wait for a connection; by default a second. */
    public AriOverlayBuilder connectTimeout(Duration time) {
        connectTimeout = positive("connectTimeout", time);
        return this;
    }

    /** How long to wait for each answer; by default 2 seconds. */
    public AriOverlayBuilder responseTimeout(Duration time) {
        responseTimeout = positive("responseTimeout", time);
        return this;
    }

    /** Whom to trust where the address is {@code https}; by default those whom Java trusts. The host name is checked. */
    public AriOverlayBuilder tls(SSLContext context) {
        tls = context;
        return this;
    }

    /**
     * How many objects of one change are put at most; of more Asterisk is told by a reload. By default 60, twenty new users:
     * so few the look at what runs compares option by option.
     */
    public AriOverlayBuilder most(int objects) {
        if (objects < 1) {
            throw new IllegalArgumentException("most must be at least 1");
        }
        most = objects;
        return this;
    }

    /**
     * For how long the reload is put off, from the first object that was put: by default 5 minutes, or 50 times as long as
     * the last reload took if that is longer. It then comes with the engine's next look.
     */
    public AriOverlayBuilder rest(Duration least, double factor) {
        if (!(factor >= 0) || factor > 10_000) {
            throw new IllegalArgumentException("The factor must be between 0 and 10,000");
        }
        rest = positive("rest", least);
        restFactor = factor;
        return this;
    }

    /** For how long ARI is left alone after it could not be used; by default 30 seconds. */
    public AriOverlayBuilder retryPause(Duration pause) {
        retryPause = positive("retryPause", pause);
        return this;
    }

    /** Makes it; connects only with the first call. */
    public AriOverlay build() {
        return new AriOverlay(
                new AriSettings(
                        base, user, secret, connectTimeout, responseTimeout, tls, most, rest, restFactor, retryPause),
                reloader);
    }

    private static Duration positive(String what, Duration time) {
        if (time.toMillis() < 1 || time.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(what + " must be between 1 millisecond and 24 days");
        }
        return time;
    }
}
