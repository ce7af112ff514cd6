package io.sipwright.facade;

import io.sipwright.Batch;
import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.pjsip.PjsipWriter;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import io.sipwright.template.OptionOverride;
import io.sipwright.trunk.TrunkPatch;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserPatch;
import io.sipwright.user.SipUserSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Does all that can be done with a password, rightly and wrongly, and prints all that comes back. */
final class SecretCanaryProgram {

    static final String CANARY = "Canary-7Hq2-Zx9w";

    private interface Action {

        Object run() throws IOException;
    }

    private SecretCanaryProgram() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        Sipwright s = Sipwright.builder()
                .applying(Applying.BEFORE_RETURN)
                .target(ConfigFiles.in(directory))
                .build();
        SipUserSpec anna = Samples.user("anna").toBuilder().secret(CANARY).build();
        TrunkSpec carrier =
                Samples.trunk("carrier").toBuilder().password(CANARY).build();
        print(() ->
                anna + " " + carrier + " " + anna.fields() + " " + anna.fields().asMap() + " " + anna.toBuilder());
        print(() -> new Batch(List.of(carrier), List.of(anna)));
        print(() -> s.users().preview(anna));
        print(() -> PjsipWriter.toString(s.users().preview(anna)));
        print(() -> s.users().create(anna));
        print(() -> s.trunks().create(carrier));
        print(() -> s.users().list() + " " + s.trunks().get("carrier") + " " + s.apply());
        print(() -> s.users().create(anna));
        wrong(s, anna);
        print(() -> SipUserPatch.builder().secret(CANARY + "2").build());
        print(() -> s.users()
                .update("anna", SipUserPatch.builder().secret(CANARY + "2").build()));
        print(() ->
                s.users().update("anna", SipUserPatch.builder().secret(CANARY).build(), 77));
        print(() -> s.trunks()
                .update("carrier", TrunkPatch.builder().password(CANARY + "2").build()));
        print(() -> Files.writeString(directory.resolve("pjsip_users.conf"), "; by hand\n"));
        print(() -> s.users().create(anna.toBuilder().username("bob").build()));
        print(() -> Files.deleteIfExists(directory.resolve("pjsip_users.conf")));
        print(() -> Files.createDirectory(directory.resolve("pjsip_users.conf")));
        print(s::apply);
        print(() -> Files.deleteIfExists(directory.resolve("pjsip_users.conf")));
        print(s::apply);
        print(() -> s.users().delete("bob"));
    }

    /** Passwords that are refused, and passwords at places where no one expects them. */
    private static void wrong(Sipwright s, SipUserSpec anna) {
        SipUserSpec carl = anna.toBuilder().username("carl").build();
        print(() -> s.users().create(carl.toBuilder().secret(CANARY + "\n[x]").build()));
        print(() -> s.users().create(carl.toBuilder().secret(" " + CANARY).build()));
        print(() -> s.users().create(carl.toBuilder().secret("carl" + CANARY).build()));
        print(() -> s.users().create(carl.toBuilder().secret(CANARY.repeat(999)).build()));
        print(() ->
                s.users().create(carl.toBuilder().field("secret", CANARY + "\0").build()));
        print(() -> s.users()
                .create(carl.toBuilder()
                        .field("secret", List.of(CANARY, CANARY))
                        .build()));
        print(() -> s.users().create(carl.toBuilder().field("sceret", CANARY).build()));
        print(() -> s.users()
                .create(carl.toBuilder()
                        .field("context", Secret.of(CANARY + " "))
                        .build()));
        for (String option : List.of("password", "passwrod", "auth_type")) {
            for (String section : List.of("auth", "outh")) {
                print(() -> s.users()
                        .create(carl.toBuilder()
                                .override(OptionOverride.set(
                                        section, option, CANARY + (option.equals("password") ? "\n" : "")))
                                .build()));
            }
        }
        print(() -> OptionOverride.set("auth", "password", CANARY));
        print(() -> s.upsertAll(new Batch(
                List.of(), List.of(carl, carl, carl.toBuilder().context("a b").build()))));
    }

    private static void print(Action action) {
        try {
            System.out.println(action.run());
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
        }
    }
}
