package io.sipwright.integration;

import io.sipwright.Sipwright;
import io.sipwright.SipwrightBuilder;
import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplySettings;
import io.sipwright.apply.Condition;
import io.sipwright.apply.NodeStatus;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.reload.RejectedObject;
import io.sipwright.reload.ReloadOutcome;
import io.sipwright.secret.Secret;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.target.DriftPolicy;
import io.sipwright.target.Target;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.SipPhone;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A program with Sipwright in it that provisions one Asterisk: database, engine, files and manager interface. */
final class Host implements AutoCloseable {

    static final String SECRET = "x9;Vr>4-Kp7\"Lm2'Qz=";
    static final String OTHER_SECRET = "another-Secret-4711";

    /** For what takes a second at most when the machine is not busy. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    final AsteriskServer asterisk;
    final Rounds rounds = new Rounds();
    final Sipwright sipwright;

    Host(AsteriskServer asterisk, ProvisioningStore store, ApplySettings settings, UnaryOperator<Target> target) {
        this(asterisk, store, settings, target, UnaryOperator.identity());
    }

    Host(
            AsteriskServer asterisk,
            ProvisioningStore store,
            ApplySettings settings,
            UnaryOperator<Target> target,
            UnaryOperator<SipwrightBuilder> more) {
        this.asterisk = asterisk;
        this.sipwright = more.apply(Sipwright.builder()
                        .store(store)
                        .target(target.apply(files(asterisk.configDirectory())))
                        .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                                .orElseThrow())
                        .reloader(
                                reloader(asterisk.host(), asterisk.amiPort(), asterisk.amiUser(), asterisk.amiSecret()))
                        .applySettings(settings)
                        .listener(rounds))
                .build();
    }

    static Host of(AsteriskServer asterisk) {
        return new Host(asterisk, Databases.h2(), settings(), UnaryOperator.identity());
    }

    static Target files(Path directory) {
        return ConfigFiles.builder(directory)
                .onDrift(DriftPolicy.OVERWRITE)
                .lockTimeout(Duration.ofSeconds(1))
                .build();
    }

    static AmiReloader reloader(String host, int port, String user, String secret) {
        return AmiReloader.builder(host, port, user, Secret.of(secret))
                .connectTimeout(Duration.ofSeconds(1))
                .responseTimeout(Duration.ofSeconds(2))
                .reloadTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** As usual, but quick to try again. */
    static ApplySettings settings() {
        return ApplySettings.standard().withRetries(Duration.ofMillis(300), Duration.ofSeconds(1));
    }

    static SipUserSpec user(String name) {
        return user(name, SECRET, "Somebody");
    }

    static SipUserSpec user(String name, String secret, String displayName) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .displayName(displayName)
                .secret(secret)
                .build();
    }

    /** A trunk that takes calls from some addresses, and calls no one. */
    static TrunkSpec inbound(String name, String... sources) {
        return TrunkSpec.builder(name, "custom_ip")
                .server("127.0.0.1")
                .port(9)
                .inboundSources(sources)
                .build();
    }

    /** What a phone is answered that registers. */
    int register(String user, String secret) {
        try (SipPhone phone = SipPhone.builder()
                .server(asterisk.host(), asterisk.sipPort())
                .user(user)
                .password(secret)
                .build()) {
            return phone.register().status();
        }
    }

    NodeStatus status() {
        return sipwright.status().get(0);
    }

    Condition condition(Condition.Type type) {
        return status().condition(type).orElseThrow();
    }

    /** For each object that was rejected its key and state. */
    static List<String> rejected(ReloadOutcome outcome) {
        return outcome instanceof ReloadOutcome.Rejected rejected
                ? rejected.objects().stream().map(Host::brief).toList()
                : List.of();
    }

    private static String brief(RejectedObject object) {
        return object.key() + " " + object.state();
    }

    @Override
    public void close() {
        sipwright.close();
    }
}
