package io.sipwright.imports.bulk;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.store.InMemoryStore;
import io.sipwright.store.ProvisioningStore;
import io.sipwright.target.ConfigFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A library with nothing stored, and files for it. */
final class BulkBench {

    static final String SECRET = "Vk7#qLw2-Zr9xTm4";
    static final String TRUNK_SECRET = "Gh5_tYp8+Wn3cBs6";

    /** Made once, since that takes longer than most files. */
    private static final Sipwright LIBRARY = Sipwright.builder()
            .store(new InMemoryStore())
            .target(ConfigFiles.in(Path.of("never-written")))
            .applying(Applying.ON_REQUEST)
            .build();

    final Sipwright sipwright;

    BulkBench() {
        this(new InMemoryStore());
    }

    BulkBench(ProvisioningStore store) {
        sipwright = LIBRARY.with(store);
    }

    static BulkFormat format(String file) {
        return BulkFormat.ofFile(file).orElseThrow();
    }

    BulkPreview preview(String file, String text) {
        return preview(file, text.getBytes(StandardCharsets.UTF_8), settings -> settings);
    }

    BulkPreview preview(String file, String text, UnaryOperator<BulkImport.Builder> settings) {
        return preview(file, text.getBytes(StandardCharsets.UTF_8), settings);
    }

    BulkPreview preview(String file, byte[] bytes, UnaryOperator<BulkImport.Builder> settings) {
        return settings.apply(BulkImport.builder(sipwright))
                .build()
                .preview(file, format(file), new ByteArrayInputStream(bytes));
    }
}
