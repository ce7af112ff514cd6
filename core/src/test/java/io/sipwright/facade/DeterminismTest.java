package io.sipwright.facade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.target.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same objects give the same bytes. */
@Timeout(60)
class DeterminismTest {

    @TempDir
    Path temporary;

    private Workbench create(long seed) throws IOException {
        return RenderingProgram.create(Files.createDirectory(temporary.resolve("seed" + seed)), seed);
    }

    @Test
    void in_any_order_of_creation() throws IOException {
        Workbench first = create(0);
        for (int seed = 1; seed <= 20; seed++) {
            Workbench other = create(seed);
            assertThat(other.usersFile()).isEqualTo(first.usersFile());
            assertThat(other.trunksFile()).isEqualTo(first.trunksFile());
        }
    }

    @Test
    void after_any_detour() throws IOException {
        Workbench straight = create(0);
        Workbench detour = create(1);

        detour.sipwright.users().create(Samples.user("guest"));
        detour.sipwright.users().disable("anna");
        detour.sipwright.users().delete("Bob");
        detour.sipwright.users().create(Samples.user("Bob"));
        detour.sipwright.users().enable("anna");
        detour.sipwright.users().delete("guest");
        detour.sipwright.apply();

        assertThat(detour.usersFile()).isEqualTo(straight.usersFile());
    }

    @Test
    void in_a_turkish_jvm_with_another_time_zone_and_charset() throws IOException {
        Workbench here = create(0);
        Path there = Files.createDirectory(temporary.resolve("there"));

        try (ChildJvm child = ChildJvm.start(
                List.of(),
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=US-ASCII"),
                RenderingProgram.class,
                there.toString(),
                "3")) {
            assertThat(child.lines()).noneMatch(line -> line.contains("Exception"));
        }

        assertThat(there.resolve("pjsip_users.conf")).hasContent(here.usersFile());
        assertThat(there.resolve("pjsip_trunks.conf")).hasContent(here.trunksFile());
    }
}
