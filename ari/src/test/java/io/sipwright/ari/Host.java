package io.sipwright.ari;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Provisioned;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applied;
import io.sipwright.apply.ApplySettings;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A program with Sipwright in it, and an overlay before its reloader. */
final class Host implements AutoCloseable {

    static final String SECRET = "x9;Vr>4-Kp7\"Lm2'Qz=";
    static final String OTHER = "another-Secret-4711";
    static final Duration LIMIT = Duration.ofSeconds(20);

    final AsteriskServer asterisk;
    final CountingReloader reloader;
    final AriOverlay overlay;
    final Sipwright sipwright;

    Host(AsteriskServer asterisk, ProvisioningStore store, UnaryOperator<AriOverlayBuilder> settings) {
        this.asterisk = asterisk;
        this.reloader = new CountingReloader(OverlaidAsterisk.ami(asterisk));
        this.overlay =
                settings.apply(OverlaidAsterisk.overlay(asterisk, reloader)).build();
        this.sipwright = Sipwright.builder()
                .store(store)
                .target(ConfigFiles.builder(asterisk.configDirectory()).build())
                .asteriskVersion(AsteriskVersion.parse(Integer.toString(asterisk.major()))
                        .orElseThrow())
                .reloader(overlay)
                .applySettings(ApplySettings.standard()
                        .withRest(Duration.ofMillis(1), 0)
                        .withRetries(Duration.ofMillis(100), Duration.ofMillis(500))
                        .withReconcileInterval(Duration.ofMillis(200)))
                .build();
    }

    /** One whose put-off reload does not come while a test runs. */
    static Host of(AsteriskServer asterisk) {
        return new Host(asterisk, new InMemoryStore(), settings -> settings);
    }

    static SipUserSpec user(String name) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .displayName("Somebody")
                .secret(SECRET)
                .build();
    }

    Host with(String... names) {
        for (String name : names) {
            verified(sipwright.users().create(user(name)));
        }
        return this;
    }

    void password(String user, String password) {
        verified(sipwright
                .users()
                .update(user, SipUserPatch.builder().secret(password).build()));
    }

    static void verified(Provisioned<?> change) {
        Applied applied = change.awaitApplied(LIMIT);
        assertThat(applied.isVerified()).as(applied.summary()).isTrue();
    }

    int reloads() {
        return reloader.reloads.get();
    }

    static void await(BooleanSupplier thing) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!thing.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("within " + LIMIT).isNegative();
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        sipwright.close();
    }
}
