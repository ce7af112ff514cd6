package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.sipwright.Sipwright;
import io.sipwright.jdbc.JdbcStore;
import io.sipwright.realtime.RealtimeTarget;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.JdbiConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;

/** A native image keeps all that the jars hold and need. */
class SipwrightRuntimeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    @BeforeEach
    void register() {
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                .load(RuntimeHintsRegistrar.class)
                .stream()
                .filter(SipwrightRuntimeHints.class::isInstance)
                .forEach(registrar -> registrar.registerHints(hints, getClass().getClassLoader()));
    }

    @Test
    void every_resource_of_the_core_the_store_and_the_rows_is_kept() throws Exception {
        List<String> resources = Stream.of(files(Sipwright.class), files(JdbcStore.class), files(RealtimeTarget.class))
                .flatMap(List::stream)
                .filter(file -> file.startsWith("io/"))
                .filter(file -> !file.endsWith(".class"))
                .toList();

        assertThat(resources)
                .contains("io/sipwright/templates/index.txt", "io/sipwright/pjsip/schema.json")
                .contains("io/sipwright/jdbc/schema/h2/V1__sipwright.sql")
                .contains("io/sipwright/realtime/schema/postgresql/V1__realtime.sql")
                .hasSizeGreaterThan(20);
        assertThat(resources).allMatch(file -> isKept(file), "is kept");
    }

    private boolean isKept(String file) {
        Predicate<RuntimeHints> kept = file.endsWith(".properties")
                ? RuntimeHintsPredicates.resource()
                        .forBundle(file.replace(".properties", "").replace('/', '.'))
                : RuntimeHintsPredicates.resource().forResource(file);
        return kept.test(hints);
    }

    @Test
    void all_that_jdbi_makes_by_reflection_can_be_made() throws Exception {
        List<Class<?>> made = files(Jdbi.class).stream()
                .filter(file -> file.startsWith("org/jdbi/") && file.endsWith(".class"))
                .<Class<?>>map(file -> type(file.replace(".class", "").replace('/', '.')))
                .filter(type -> JdbiConfig.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                .toList();

        assertThat(made).hasSizeGreaterThan(15);
        assertThat(made)
                .allMatch(type -> Stream.of(type.getConstructors())
                        .allMatch(made_by -> RuntimeHintsPredicates.reflection()
                                .onConstructorInvocation(made_by)
                                .test(hints)));
    }

    @Test
    void the_constraints_of_specs_are_seen_and_checked() {
        for (Class<?> spec : List.of(TrunkSpec.class, SipUserSpec.class)) {
            assertThat(Stream.of(spec.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers())))
                    .isNotEmpty()
                    .allMatch(field -> RuntimeHintsPredicates.reflection()
                            .onFieldAccess(field)
                            .test(hints));
        }
        for (String validator : List.of(
                "NotBlankValidator",
                "PatternValidator",
                "size.SizeValidatorForCharSequence",
                "size.SizeValidatorForCollection")) {
            Class<?> type = type("org.hibernate.validator.internal.constraintvalidators.bv." + validator);
            assertThat(RuntimeHintsPredicates.reflection()
                            .onConstructorInvocation(type.getDeclaredConstructors()[0])
                            .test(hints))
                    .as(validator)
                    .isTrue();
        }
    }

    private static Class<?> type(String name) {
        return ClassUtils.resolveClassName(name, SipwrightRuntimeHintsTest.class.getClassLoader());
    }

    /** All files of the jar, or of the directory, that a class comes from. */
    private static List<String> files(Class<?> type) throws Exception {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) {
            return list(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            return list(jar.getPath("/"));
        }
    }

    private static List<String> list(Path root) throws Exception {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }
}
