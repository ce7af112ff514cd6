package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sipwright.store.ProvisioningStore;
import io.sipwright.store.StoreException;
import io.sipwright.store.StoreView;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserSpec;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of faults write and read, and how they look at a failure. */
final class Writes {

    static final String SECRET = "Vk7#qLw2-Zr9xTm4";

    private Writes() {}

    static SipUserSpec user(String name) {
        return user(name, SECRET);
    }

    static SipUserSpec user(String name, String secret) {
        return SipUserSpec.builder(name, "basic_user")
                .extension("1001")
                .secret(secret)
                .override(OptionOverride.set("auth", "password", secret))
                .build();
    }

    static TrunkSpec trunk(String name, String password) {
        return TrunkSpec.builder(name, "custom_credential")
                .username("account77")
                .password(password)
                .server("sip.example.com")
                .build();
    }

    static SipUser insert(ProvisioningStore store, String name) {
        return store.<SipUser>write(writing -> writing.users().insert(user(name), 1))
                .result();
    }

    static SipUser changeSecret(ProvisioningStore store, String name, String secret) {
        return store.<SipUser>write(writing -> writing.users().update(user(name, secret), 1, OptionalLong.empty()))
                .result();
    }

    static boolean has(ProvisioningStore store, String name) {
        return store.<Boolean>read(view -> view.users().find(name).isPresent());
    }

    static String secret(ProvisioningStore store, String name) {
        return store.<String>read(view -> view.users()
                .find(name)
                .orElseThrow()
                .spec()
                .fields()
                .text("secret")
                .orElseThrow());
    }

    static long generation(ProvisioningStore store) {
        return store.<Long>read(StoreView::generation);
    }

    /** Fails unless a call fails in that way, and says so in a sentence of one line. */
    static StoreException failure(StoreException.Reason reason, ThrowingCallable call) {
        StoreException failure = catchThrowableOfType(StoreException.class, call);
        assertThat(failure).as("a failure because of " + reason).isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        assertThat(failure).hasMessageMatching("(The|There|A) [^\\n]+: [^\\n]+");
        return failure;
    }
}
