package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.reload.ReloadOutcome.Verified;
import io.sipwright.secret.Secret;
import io.sipwright.testkit.AsteriskInstallation;
import io.sipwright.testkit.AsteriskServer;
import io.sipwright.testkit.AsteriskTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;

/** Where Asterisk cannot be asked for stamps, what it shows of its objects is compared. */
@Timeout(60)
class WithoutStampsTest {
    private static final String USER = "limited";
    private static final String PASSWORD = "limited-Secret-4711";

    @AsteriskTest
    void optionsAreComparedWhenNothingIsStamped(AsteriskServer asterisk) {
        check(new Deployment(asterisk, Deployment.reloader(asterisk).build(), false));
    }

    @AsteriskTest
    void optionsAreComparedWhenTheAccountMayNotReadStamps(AsteriskServer asterisk) {
        check(new Deployment(asterisk, limited(asterisk, "system"), true));
    }

    @AsteriskTest
    void optionsAreComparedWithoutTheModuleThatReadsStamps(AsteriskInstallation installation) {
        try (AsteriskServer asterisk = AsteriskServer.builder(installation)
                .file("modules.conf", withoutSorceryFunction(installation))
                .start()) {
            check(new Deployment(asterisk, Deployment.reloader(asterisk).build(), true));
            assertThat(asterisk.complaints()).as("one question for each look").hasSizeLessThan(8);
        }
    }

    @AsteriskTest
    void stampsNeedNoMoreThanTwoRights(AsteriskServer asterisk) {
        Deployment deployment = new Deployment(asterisk, limited(asterisk, "system,reporting"), true);
        check(deployment);
        assertThat(deployment.reloader.incarnation()).isNotEmpty();
    }

    private static void check(Deployment deployment) {
        try (deployment) {
            deployment.user("alice").user("bob").inbound("carrier", "192.0.2.1", "198.51.100.0/24");
            deployment.trunk("other", 9, "first-Secret-4711");
            assertThat(deployment.apply()).isInstanceOf(Verified.class);

            deployment.user("alice", "another-Secret-4711");
            deployment.tamperUsers = text -> text.replace("another-Secret-4711", "wrong-Secret-4711");
            assertThat(Deployment.rejected(deployment.apply())).containsExactly("auth alice OTHER_VERSION");

            deployment.tamperUsers = text -> text.replace("username=bob", "username=bob\nbogus=1");
            deployment.user("carol");
            deployment.tamperTrunks = text -> text.replace("192.0.2.1", "192.0.2.2");
            deployment.inbound("carrier", "192.0.2.1", "203.0.113.0/24");
            assertThat(Deployment.rejected(deployment.apply()))
                    .containsExactly("identify carrier-identify OTHER_VERSION");

            deployment.tamperTrunks = text -> text;
            deployment.tamperUsers = text -> text;
            assertThat(deployment.apply()).isInstanceOf(Verified.class);
            deployment.users.remove("bob");
            deployment.tamperUsers = text -> text + "\n[bob]\ntype=endpoint\n";
            assertThat(Deployment.rejected(deployment.apply())).contains("endpoint bob NOT_REMOVED");
        }
    }

    private static AmiReloader limited(AsteriskServer asterisk, String rights) {
        asterisk.write(
                "manager_users.conf", "[" + USER + "]\nsecret=" + PASSWORD + "\nread=system\nwrite=" + rights + "\n");
        asterisk.cli("manager reload");
        return AmiReloader.builder(asterisk.host(), asterisk.amiPort(), USER, Secret.of(PASSWORD))
                .build();
    }

    /** The modules of a server as it is, but for one. */
    private static String withoutSorceryFunction(AsteriskInstallation installation) {
        try (AsteriskServer usual = AsteriskServer.builder(installation).start()) {
            Path file = usual.configDirectory().resolve("modules.conf");
            return Files.readString(file).replace("load = func_sorcery.so\n", "");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
