package io.sipwright.ari;

import io.sipwright.pjsip.Option;
import io.sipwright.reload.ObjectKey;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks Asterisk over ARI. Each question takes at most the connect and two response time-outs: one that failed on the way is
 * asked once more, for all are the same when they are asked twice. Thread-safe.
 */
final class AriLink {

    private final AriSettings settings;
    private final String authorization;
    private volatile @Nullable HttpClient client;

    AriLink(AriSettings settings) {
        this.settings = settings;
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (settings.user() + ":" + settings.secret().reveal()).getBytes(StandardCharsets.UTF_8));
    }

    /** As Asterisk tells it, e.g. {@code 22.10.1}. */
    String version() throws AriException {
        return AriJson.version(ask("GET", "/ari/asterisk/info?only=system", BodyPublishers.noBody())
                .body());
    }

    AriReply get(ObjectKey key) throws AriException {
        return object("GET", key, BodyPublishers.noBody());
    }

    /** Makes an object, or changes these options of one that is there. */
    AriReply put(ObjectKey key, List<Option> options) throws AriException {
        return object("PUT", key, BodyPublishers.ofString(AriJson.fields(options), StandardCharsets.UTF_8));
    }

    AriReply delete(ObjectKey key) throws AriException {
        return object("DELETE", key, BodyPublishers.noBody());
    }

    /** Lets the connections go; the next question makes new ones. */
    void close() {
        client = null;
    }

    private AriReply object(String method, ObjectKey key, BodyPublisher body) throws AriException {
        String path = "/ari/asterisk/config/dynamic/res_pjsip/" + encode(key.type()) + "/" + encode(key.name());
        HttpResponse<String> response = ask(method, path, body);
        AriReply reply = AriJson.reply(response.statusCode(), response.body());
        if (reply.isMissing() && reply.message().isEmpty()) {
            throw off();
        }
        return reply;
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E");
    }

    private HttpResponse<String> ask(String method, String path, BodyPublisher body) throws AriException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.base() + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        HttpResponse<String> response = send(request, true);
        if (response.statusCode() == 401) {
            throw new AriException("ari-login", "ARI refuses the user '" + settings.user() + "' or the secret");
        }
        if (response.statusCode() == 404 && path.contains("/info")) {
            throw off();
        }
        return response;
    }

    private static AriException off() {
        return new AriException(
                "ari-off", "no ARI there: it is not enabled in ari.conf, or res_ari_asterisk.so is not loaded");
    }

    private HttpResponse<String> send(HttpRequest request, boolean again) throws AriException {
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(
                    settings.connectTimeout().plus(settings.responseTimeout()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            boolean wasReached = e.getCause() instanceof IOException && !(e.getCause() instanceof ConnectException);
            if (again && wasReached) { // most likely Asterisk has closed a connection that was at rest
                return send(request, false);
            }
            throw unreachable(e.getCause() instanceof ConnectException ? "no connection" : "the connection failed");
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable("no answer in time");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable("interrupted");
        }
    }

    private AriException unreachable(String why) {
        return new AriException("ari-unreachable", "ARI at " + settings.base() + " is not reached: " + why);
    }

    private HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(settings.connectTimeout());
            if (settings.tls() != null) {
                builder.sslContext(settings.tls());
            }
            known = builder.build();
            client = known;
        }
        return known;
    }
}
