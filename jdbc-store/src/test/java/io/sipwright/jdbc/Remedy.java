package io.sipwright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.template.TemplateCatalog;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Runs what a finding says, word by word. */
final class Remedy {

    private static final Pattern STATEMENT =
            Pattern.compile("(?s)(?:^|: )((?:UPDATE|ALTER|DROP) (?:'(?:[^']|'')*+'|[^;'])*+;)");

    private static final TinkSecretCipher CIPHER = TinkSecretCipher.ofKeyset(TinkKeysets.create());

    private Remedy() {}

    static TinkSecretCipher cipher() {
        return CIPHER;
    }

    static JdbcStore store(DataSource dataSource) {
        return JdbcStore.builder(dataSource, CIPHER).build();
    }

    static Adoption adoption(DataSource dataSource) {
        return store(dataSource).adoption(TemplateCatalog.shipped());
    }

    /** The one finding about something. */
    static AdoptionFinding finding(AdoptionReport report, String subject) {
        assertThat(report.findings())
                .as(report.toString())
                .filteredOn(finding -> finding.subject().equalsIgnoreCase(subject))
                .hasSize(1);
        return report.findings().stream()
                .filter(finding -> finding.subject().equalsIgnoreCase(subject))
                .findFirst()
                .orElseThrow();
    }

    static void run(DataSource dataSource, AdoptionFinding finding) {
        Matcher matcher = STATEMENT.matcher(finding.remedy());
        assertThat(matcher.find()).as(finding.toString()).isTrue();
        Sql.execute(dataSource, matcher.group(1));
    }
}
