package io.sipwright.imports;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.target.ConfigFiles;
import io.sipwright.testkit.template.GoldenFile;
import io.sipwright.validation.SecretPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of each configuration of the corpus, in the words of the report: so that no change of it goes unseen. */
class ImportedCorpusTest {

    @Test
    void reports(@TempDir Path target) {
        StringBuilder reports = new StringBuilder();
        try (Sipwright sipwright = Sipwright.builder()
                .target(ConfigFiles.in(target))
                .applying(Applying.ON_REQUEST)
                .secretPolicy(SecretPolicy.any())
                .build()) {
            for (Path configuration : Corpus.good()) {
                reports.append("=== ").append(configuration.getFileName()).append('\n');
                reports.append(PjsipImport.into(sipwright).read(configuration));
            }
        }
        GoldenFile.at(Path.of("src/test/resources/corpus-reports.txt")).check(reports.toString());
    }
}
