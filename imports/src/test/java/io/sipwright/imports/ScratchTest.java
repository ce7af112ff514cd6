package io.sipwright.imports;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.target.ConfigFiles;
import java.nio.file.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void all() throws Exception {
        Path root = Path.of(System.getProperty("corpus"));
        try (var s = Sipwright.builder()
                        .target(ConfigFiles.in(Files.createTempDirectory("x")))
                        .applying(Applying.ON_REQUEST)
                        .secretPolicy(io.sipwright.validation.SecretPolicy.any())
                        .build();
                var dirs = Files.list(root)) {
            for (Path d : dirs.sorted().toList()) {
                System.out.println("=== " + d.getFileName());
                try {
                    System.out.println(PjsipImport.into(s).read(d));
                } catch (RuntimeException e) {
                    System.out.println("REFUSED " + e);
                    if (!(e instanceof io.sipwright.error.SipwrightException)) e.printStackTrace(System.out);
                }
            }
        }
    }
}
