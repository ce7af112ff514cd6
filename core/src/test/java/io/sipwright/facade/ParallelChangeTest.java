package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Applying;
import io.sipwright.error.SipwrightException;
import io.sipwright.store.StaleVersionException;
import io.sipwright.user.SipUser;
import io.sipwright.user.SipUserPatch;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads that want the same object. */
@Timeout(120)
class ParallelChangeTest {

    @TempDir
    Path temporary;

    @Test
    void of_many_creations_of_one_name_one_succeeds() throws Exception {
        Workbench bench = new Workbench(temporary);

        assertThat(Threads.sum(thread -> {
                    try {
                        bench.sipwright.users().create(Samples.user(thread % 2 == 0 ? "anna" : "Anna"));
                        return 1;
                    } catch (SipwrightException e) {
                        return 0;
                    }
                }))
                .isEqualTo(1);
        assertThat(bench.generation()).isEqualTo(1);
    }

    @Test
    void no_change_is_lost_where_versions_are_watched() throws Exception {
        Workbench bench = new Workbench(temporary, builder -> builder.applying(Applying.ON_REQUEST));
        bench.sipwright.users().create(Samples.user("anna", "1000"));

        int attempts = Threads.sum(thread -> {
            for (int attempt = 1; ; attempt++) {
                SipUser read = bench.sipwright.users().get("anna");
                int extension =
                        Integer.parseInt(read.spec().fields().text("extension").orElseThrow());
                try {
                    bench.sipwright
                            .users()
                            .update(
                                    "anna",
                                    SipUserPatch.builder()
                                            .extension(Integer.toString(extension + 1))
                                            .build(),
                                    read.version());
                    return attempt;
                } catch (StaleVersionException e) {
                    assertThat(e.actual()).isGreaterThan(e.expected());
                }
            }
        });

        assertThat(attempts).isGreaterThanOrEqualTo(Threads.COUNT);
        assertThat(bench.sipwright.users().get("anna").spec().fields().text("extension"))
                .contains(Integer.toString(1000 + Threads.COUNT));
    }
}
