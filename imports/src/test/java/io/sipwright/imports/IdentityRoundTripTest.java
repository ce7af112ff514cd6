package io.sipwright.imports;

import io.sipwright.testkit.AsteriskInstallation;
import java.nio.file.Path;
import java.util.List;

/** An import that copies all files: what the harness finds then would not be the importer's fault. */
class IdentityRoundTripTest extends RoundTripContract {

    @Override
    Importing importing(AsteriskInstallation installation) {
        return (configuration, target) -> {
            ConfigurationDirectory.read(configuration).writeTo(target);
            return target;
        };
    }

    /** Some of every style; all of them are loaded by {@link CorpusTest}. */
    @Override
    List<Path> configurations(AsteriskInstallation installation) {
        return List.of(
                Corpus.good("original-system"),
                Corpus.good("freepbx-like"),
                Corpus.good("wizard-trunks"),
                Corpus.good("wizard-beside-sections"),
                Corpus.good("tryinclude-globs"),
                Corpus.good("byte-order-mark"),
                Corpus.good("refused-by-asterisk"),
                Corpus.good("odd-names"),
                Corpus.good("phoneprov"),
                Corpus.good("empty"));
    }
}
