package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.apply.Applying;
import io.sipwright.user.SipUser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads at once lose nothing and make nothing twice. */
@Timeout(120)
class ParallelCreationTest {

    @TempDir
    Path temporary;

    @Test
    void every_user_is_in_the_file_once() throws Exception {
        Workbench bench = new Workbench(temporary, builder -> builder.applying(Applying.ON_REQUEST));

        Threads.sum(thread -> {
            for (int i = 0; i < 100; i++) {
                bench.sipwright.users().create(Samples.user("user" + thread + "x" + i));
                if (i % 50 == 49) {
                    bench.sipwright.apply();
                }
            }
            return 0;
        });

        assertThat(bench.generation()).isEqualTo(Threads.COUNT * 100);
        assertThat(bench.usersFile().lines().filter(line -> line.startsWith("; === SIP USER")))
                .hasSize(Threads.COUNT * 100)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_user_is_in_the_file_when_its_creation_returns() throws Exception {
        Workbench bench = new Workbench(temporary);

        Threads.sum(thread -> {
            for (int i = 0; i < 5; i++) {
                String name = "user" + thread + "x" + i;
                assertThat(bench.sipwright
                                .users()
                                .create(Samples.user(name))
                                .applied()
                                .orElseThrow()
                                .isInFiles())
                        .isTrue();
                assertThat(bench.usersFile()).contains("[" + name + "]");
            }
            return 0;
        });

        assertThat(bench.sipwright.users().list())
                .hasSize(Threads.COUNT * 5)
                .extracting(SipUser::id)
                .doesNotHaveDuplicates();
    }
}
