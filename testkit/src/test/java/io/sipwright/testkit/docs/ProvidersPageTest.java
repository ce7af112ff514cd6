package io.sipwright.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.apply.Applying;
import io.sipwright.target.WriteResult;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/providers.md} says what the templates say. {@code -Dproviders=write} writes it. */
class ProvidersPageTest {

    private static final TemplateCatalog SHIPPED = TemplateCatalog.shipped();

    @Test
    void is_current() throws IOException {
        String page = ProvidersPage.of(SHIPPED);
        if ("write".equals(System.getProperty("providers"))) {
            Files.writeString(Path.of("../docs/providers.md"), page);
        }

        assertThat(Guide.read("providers.md"))
                .as("docs/providers.md; -Dproviders=write writes it")
                .isEqualTo(page);
    }

    @Test
    void every_provider_is_there_with_a_sample_in_json_that_is_read() {
        List<String> samples = Guide.blocks(Guide.read("providers.md"), "json");

        assertThat(samples).hasSameSizeAs(SHIPPED.providers().values());
        try (Sipwright sipwright = Sipwright.builder()
                .target(files -> new WriteResult(Map.of()))
                .applying(Applying.ON_REQUEST)
                .build()) {
            Iterator<String> next = samples.iterator();
            for (ProviderTemplate template : SHIPPED.providers().values()) {
                String json = next.next().replace(ProvidersPage.PLACEHOLDER, ProvidersPage.PASSWORD);
                TrunkSpec spec = JsonMapper.shared().readValue(json, TrunkSpec.class);
                assertThat(spec.provider()).isEqualTo(template.id());
                assertThat(sipwright.trunks().preview(spec).sections())
                        .as(template.id())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void the_samples_in_java_compile_and_make_the_same(@TempDir Path directory) throws Exception {
        List<String> samples = Guide.blocks(Guide.read("providers.md"), "java");
        assertThat(samples).hasSameSizeAs(SHIPPED.providers().values());
        String source = "import io.sipwright.trunk.TrunkSpec;\nimport java.util.List;\n"
                + "public class Samples {\n  static String password = \"" + ProvidersPage.PLACEHOLDER + "\";\n"
                + "  public static List<TrunkSpec> all() { return List.of("
                + IntStream.range(0, samples.size())
                        .mapToObj(i -> samples.get(i).strip().replaceFirst(";$", ""))
                        .collect(Collectors.joining(",\n"))
                + "); }\n}\n";

        Object made =
                Guide.compiled(directory, "Samples", source).getMethod("all").invoke(null);

        assertThat(made)
                .isEqualTo(SHIPPED.providers().values().stream()
                        .map(ProvidersPage::sampleOf)
                        .toList());
    }
}
