package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.ami.AmiReloader;
import io.sipwright.apply.ApplySettings;
import io.sipwright.ari.AriOverlay;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.reload.Reloader;
import io.sipwright.secret.Secret;
import io.sipwright.target.ConfigFiles;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What editors show of our properties is true. */
class MetadataTest {

    private static final Class<?>[] RECORDS = {
        SipwrightProperties.class,
        SipwrightAriProperties.class,
        SipwrightJdbcProperties.class,
        SipwrightRealtimeProperties.class,
        SipwrightSecretsProperties.class,
        health()
    };

    private static Class<?> health() {
        try {
            return Class.forName("io.sipwright.spring.actuate.SipwrightHealthProperties");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private final Map<String, JsonNode> documented = documented();

    private static Map<String, JsonNode> documented() {
        Map<String, JsonNode> properties = new TreeMap<>();
        metadata("spring-configuration-metadata.json").path("properties").forEach(property -> {
            String name = property.path("name").asString();
            if (name.startsWith("sipwright.")) {
                properties.put(name, property);
            }
        });
        return properties;
    }

    private static JsonNode metadata(String file) {
        // Of our own module, not of any jar.
        Path classes = Path.of(SipwrightProperties.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return JsonMapper.shared().readTree(classes.resolve("META-INF/" + file));
    }

    /** What is bound where nothing is set, by name of the property. */
    private static Map<String, @Nullable Object> bound() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Class<?> type : RECORDS) {
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            Object value = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, type);
            collect(prefix, (Record) value, values);
        }
        return values;
    }

    private static void collect(String prefix, Record record, Map<String, @Nullable Object> values) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            ReflectionUtils.makeAccessible(component.getAccessor());
            Object value = ReflectionUtils.invokeMethod(component.getAccessor(), record);
            if (value instanceof Record group) {
                collect(name, group, values);
            } else {
                values.put(name, value);
            }
        }
    }

    @Test
    void every_property_is_documented_and_no_other() {
        assertThat(documented.keySet()).containsExactlyInAnyOrderElementsOf(bound().keySet());
    }

    @Test
    void every_property_has_a_description_of_the_usual_form() {
        documented.forEach((name, property) -> {
            String description = property.path("description").asString("");
            assertThat(description)
                    .as(name)
                    .isNotBlank()
                    .endsWith(".")
                    .doesNotContainPattern("^(The|A|An) ")
                    .doesNotContain("{@", "<");
            if (property.path("type").asString().equals("java.lang.Boolean")) {
                assertThat(description).as(name).startsWith("Whether ");
            }
        });
    }

    @Test
    void a_node_is_documented() {
        assertThat(documented.get("sipwright.nodes").path("type").asString())
                .contains("SipwrightProperties$NodeProperties");
        assertThat(documented.get("sipwright.nodes").path("description").asString())
                .contains("sipwright.ami", "sipwright.ari");
    }

    @Test
    void every_documented_default_is_what_is_bound() {
        bound().forEach((name, value) -> {
            JsonNode stated = documented.get(name).path("defaultValue");
            if (stated.isMissingNode()) {
                assertThat(isNothing(value)).as(name + " is " + value).isTrue();
            } else if (stated.isArray()) {
                assertThat(isNothing(value)).as(name + " is " + value).isTrue();
                assertThat(stated.isEmpty()).isTrue();
            } else {
                Class<?> type = value instanceof Path
                        ? Path.class
                        : Objects.requireNonNull(value).getClass();
                Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("it", stated.asString())));
                assertThat((Object) binder.bind("it", type).get()).as(name).isEqualTo(value);
            }
        });
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || value.equals("")
                || value instanceof java.util.Collection<?> all && all.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    @Test
    void the_defaults_of_applying_are_those_of_the_library() {
        ApplySettings standard = ApplySettings.standard();
        Map<String, @Nullable Object> bound = bound();

        assertThat(bound)
                .containsEntry("sipwright.apply.rest", standard.rest())
                .containsEntry("sipwright.apply.rest-factor", standard.restFactor())
                .containsEntry("sipwright.apply.reconcile-interval", standard.reconcileInterval())
                .containsEntry("sipwright.apply.poll-interval", standard.pollInterval())
                .containsEntry("sipwright.apply.lease", standard.lease())
                .containsEntry("sipwright.apply.first-retry", standard.firstRetry())
                .containsEntry("sipwright.apply.last-retry", standard.lastRetry())
                .containsEntry(
                        "sipwright.apply.registration-grace",
                        field(io.sipwright.Sipwright.builder(), "registrationGrace"))
                .containsEntry("sipwright.apply.mode", field(io.sipwright.Sipwright.builder(), "applying"));
    }

    @Test
    void the_defaults_of_the_manager_interface_are_those_of_the_library() {
        AmiReloader.Builder builder = AmiReloader.builder("127.0.0.1", 5038, "a", Secret.of("b"));

        for (String name : new String[] {"connectTimeout", "responseTimeout", "reloadTimeout", "verification"}) {
            String property = "sipwright.ami." + name.replace("Timeout", "-timeout");
            assertThat(bound()).containsEntry(property, field(builder, name));
        }
    }

    @Test
    void the_defaults_of_the_overlay_are_those_of_the_library() {
        Object builder = AriOverlay.builder(URI.create("http://127.0.0.1:8088"), "a", Secret.of("b"), Reloader.none());

        assertThat(bound()).containsEntry("sipwright.ari.url", field(builder, "base"));
        Map.of(
                        "connect-timeout", "connectTimeout",
                        "response-timeout", "responseTimeout",
                        "most", "most",
                        "rest", "rest",
                        "rest-factor", "restFactor",
                        "retry-pause", "retryPause")
                .forEach((property, name) ->
                        assertThat(bound()).containsEntry("sipwright.ari." + property, field(builder, name)));
    }

    @Test
    void the_defaults_of_rows_are_those_of_the_library() {
        RealtimeTarget.Builder builder = RealtimeTarget.builder(new JdbcDataSource());

        assertThat(bound())
                .containsEntry("sipwright.realtime.schema", field(builder, "schema"))
                .containsEntry("sipwright.realtime.table-prefix", field(builder, "prefix"))
                .containsEntry("sipwright.realtime.stamps", field(builder, "stamps"))
                .containsEntry(
                        "sipwright.realtime.memory-cache",
                        field(AmiReloader.builder("127.0.0.1", 5038, "a", Secret.of("b")), "memoryCache"))
                .containsEntry("sipwright.realtime.initialize-schema", bound().get("sipwright.jdbc.initialize-schema"))
                .containsEntry("sipwright.realtime.enabled", false);
    }

    @Test
    void the_defaults_of_files_are_those_of_the_library() {
        ConfigFiles.Builder builder = ConfigFiles.builder(Path.of("/nowhere"));

        assertThat(bound())
                .containsEntry("sipwright.files.on-drift", field(builder, "driftPolicy"))
                .containsEntry("sipwright.files.lock-timeout", field(builder, "lockTimeout"));
        builder.mode((String) Objects.requireNonNull(bound().get("sipwright.files.mode")));
        assertThat(field(builder, "mode")).isEqualTo(field(ConfigFiles.builder(Path.of("/nowhere")), "mode"));
        assertThat(bound().get("sipwright.files.lock-timeout")).isInstanceOf(Duration.class);
    }

    @Test
    void the_version_of_asterisk_is_that_of_the_library() {
        assertThat(bound())
                .containsEntry(
                        "sipwright.asterisk-version",
                        String.valueOf(field(io.sipwright.Sipwright.builder(), "asteriskVersion")));
    }

    @Test
    void hints_are_about_properties_that_there_are() throws Exception {
        try (InputStream in =
                getClass().getResourceAsStream("/META-INF/additional-spring-configuration-metadata.json")) {
            assertThat(in).isNotNull();
        }
        metadata("additional-spring-configuration-metadata.json")
                .path("hints")
                .forEach(hint ->
                        assertThat(documented).containsKey(hint.path("name").asString()));
    }

    @Test
    void a_password_is_in_no_text() {
        var source = new MapConfigurationPropertySource(Map.of(
                "sipwright.ami.password", "hunter22",
                "sipwright.nodes.a.ami.password", "hunter22",
                "sipwright.ari.password", "hunter22",
                "sipwright.ari.url", "http://me:hunter22@127.0.0.1:8088",
                "sipwright.nodes.a.ari.password", "hunter22",
                "sipwright.nodes.a.ari.url", "http://me:hunter22@127.0.0.1:8088",
                "sipwright.secrets.keyset", "hunter22"));
        for (Class<?> type : RECORDS) {
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            assertThat(new Binder(source).bindOrCreate(prefix, type).toString()).doesNotContain("hunter22");
        }
    }

    /** What a builder of the library would use; it tells no one. */
    private static @Nullable Object field(Object builder, String name) {
        Field field = Objects.requireNonNull(ReflectionUtils.findField(builder.getClass(), name));
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, builder);
    }
}
