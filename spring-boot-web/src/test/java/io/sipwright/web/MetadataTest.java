package io.sipwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** What editors show of our properties is true. */
class MetadataTest {

    private static final Map<String, JsonNode> DOCUMENTED = documented();

    private static Map<String, JsonNode> documented() {
        Map<String, JsonNode> properties = new TreeMap<>();
        for (String file :
                new String[] {"spring-configuration-metadata.json", "additional-spring-configuration-metadata.json"}) {
            try (InputStream in = MetadataTest.class.getResourceAsStream("/META-INF/" + file)) {
                Bed.JSON
                        .readTree(in)
                        .path("properties")
                        .forEach(
                                property -> properties.put(property.path("name").asString(""), property));
            } catch (IOException e) {
                throw new IllegalStateException(file, e);
            }
        }
        properties.keySet().removeIf(name -> !name.startsWith("sipwright.web."));
        return properties;
    }

    @Test
    void everyPropertyIsDescribed() {
        assertThat(DOCUMENTED)
                .containsOnlyKeys(
                        "sipwright.web.apply-timeout",
                        "sipwright.web.base-path",
                        "sipwright.web.max-body-size",
                        "sipwright.web.open-api-group",
                        "sipwright.web.page-size",
                        "sipwright.web.security.admin-roles",
                        "sipwright.web.security.reader-roles",
                        "sipwright.web.security.tokens");
        DOCUMENTED.forEach(
                (name, property) -> assertThat(property.path("description").asString(""))
                        .as(name)
                        .isNotBlank()
                        .endsWith(".")
                        .doesNotContainPattern("^(The|A|An) "));
    }

    @Test
    void everyDocumentedDefaultIsWhatIsBound() {
        SipwrightWebProperties bound = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("sipwright.web", SipwrightWebProperties.class);

        assertThat(stated("base-path")).isEqualTo(bound.basePath());
        assertThat(stated("apply-timeout")).isEqualTo(bound.applyTimeout().toSeconds() + "s");
        assertThat(DataSize.parse(stated("max-body-size"))).isEqualTo(bound.maxBodySize());
        assertThat(stated("page-size")).isEqualTo(Integer.toString(bound.pageSize()));
        assertThat(stated("open-api-group")).isEqualTo("false");
        assertThat(roles("reader-roles")).isEqualTo("SIPWRIGHT_READER, SIPWRIGHT_ADMIN");
        assertThat(roles("admin-roles")).isEqualTo("SIPWRIGHT_ADMIN");
    }

    private static String stated(String property) {
        return DOCUMENTED.get("sipwright.web." + property).path("defaultValue").asString("");
    }

    private static String roles(String property) {
        return stated("security." + property).replaceAll("[\\[\\]]", "");
    }
}
