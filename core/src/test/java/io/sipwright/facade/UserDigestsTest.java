package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sipwright.Batch;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.ValidationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users of whom only digests are kept. */
class UserDigestsTest {

    /** Of {@code alice:asterisk:Vk7#qLw2-Zr9xTm4}, by md5sum and sha256sum. */
    private static final String MD5 = "648e57929aeddbbc9cbe5990905a350c";

    private static final String SHA_256 = "5db780dbaccd6380330fc5ec26c06961614000d9572b4bb7c5770fb3b7d19392";

    @TempDir
    Path temporary;

    private Workbench bench(AsteriskVersion version) {
        return new Workbench(
                temporary, settings -> settings.userDigests("asterisk").asteriskVersion(version));
    }

    @Test
    void the_password_is_neither_stored_nor_rendered() {
        Workbench bench = bench(AsteriskVersion.V22);
        bench.sipwright.users().create(Samples.user("alice"));

        assertThat(bench.sipwright.users().get("alice").spec().fields().text("secret"))
                .isEmpty();
        assertThat(bench.usersFile())
                .contains("password_digest=MD5:" + MD5 + "\n", "realm=asterisk\n", "auth_type=digest\n")
                .doesNotContain("\npassword=", "SHA-256", Samples.USER_SECRET);
    }

    @Test
    void digests_are_secrets_themselves() {
        Workbench bench = bench(AsteriskVersion.V22);
        bench.sipwright.users().create(Samples.user("alice"));

        assertThat(bench.sipwright.users().get("alice").toString()).doesNotContain(MD5);
        assertThat(bench.sipwright.users().get("alice").spec().fields().asMap().get("md5_digest"))
                .matches(value -> value.isSecret());
        assertThat(bench.sipwright
                        .users()
                        .preview(bench.sipwright.users().get("alice").spec())
                        .toString())
                .doesNotContain(MD5);
    }

    @Test
    void both_algorithms_can_be_offered_by_asterisk_22() {
        Workbench bench = bench(AsteriskVersion.V22);
        bench.sipwright
                .users()
                .create(Samples.user("alice").toBuilder()
                        .field("digest", "both")
                        .build());
        assertThat(bench.usersFile())
                .contains("password_digest=MD5:" + MD5 + "\n", "password_digest=SHA-256:" + SHA_256 + "\n");

        bench.sipwright
                .users()
                .update(
                        "alice",
                        SipUserPatch.builder().field("digest", "sha256").build());
        assertThat(bench.usersFile())
                .contains("password_digest=SHA-256:" + SHA_256 + "\n", "supported_algorithms_uac=SHA-256\n")
                .doesNotContain("MD5");
    }

    @Test
    void asterisk_16_gets_the_md5_digest() {
        Workbench bench = bench(AsteriskVersion.V16);
        bench.sipwright.users().create(Samples.user("alice"));

        assertThat(bench.usersFile())
                .contains("auth_type=md5\n", "md5_cred=" + MD5 + "\n")
                .doesNotContain("password");
    }

    @Test
    void a_new_password_makes_new_digests_and_other_changes_keep_them() {
        Workbench bench = bench(AsteriskVersion.V22);
        bench.sipwright.upsertAll(new Batch(List.of(), List.of(Samples.user("alice"))));
        bench.sipwright
                .users()
                .update("alice", SipUserPatch.builder().context("sales").build());
        assertThat(bench.usersFile()).contains(MD5, "context=sales\n");

        bench.sipwright
                .users()
                .update(
                        "alice",
                        SipUserPatch.builder().secret("another-One-4711").build());
        assertThat(bench.usersFile()).contains("password_digest=MD5:").doesNotContain(MD5);
    }

    @Test
    void a_weak_password_is_refused_before_it_becomes_a_digest() {
        Workbench bench = bench(AsteriskVersion.V22);

        assertThatThrownBy(() -> bench.sipwright
                        .users()
                        .create(Samples.user("alice").toBuilder()
                                .secret("short")
                                .build()))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> bench.sipwright
                        .users()
                        .create(SipUserSpec.builder("alice", "basic_user")
                                .extension("1001")
                                .build()))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("secret: Required.");
    }

    @Test
    void a_host_that_keeps_passwords_again_gets_rid_of_the_digests() {
        Workbench digests = bench(AsteriskVersion.V22);
        digests.sipwright.users().create(Samples.user("alice"));
        Workbench plain = new Workbench(temporary, settings -> settings.store(digests.store));
        plain.sipwright
                .users()
                .update(
                        "alice",
                        SipUserPatch.builder().secret(Samples.USER_SECRET).build());

        assertThat(plain.usersFile()).contains("password=").doesNotContain(MD5, "realm");
    }
}
