package io.sipwright.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A host starts whose class path lacks jars, with a class loader of its own: unlike a filtered one it also has the virtual
 * machine miss them when it links our classes.
 */
@Timeout(240)
class ClassPathTest {

    @TempDir
    Path directory;

    private static URL[] without(List<String> missing) {
        List<String> places = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        assertThat(missing)
                .allSatisfy(module ->
                        assertThat(places).anyMatch(place -> place.matches(module), "is there at other times"));
        return places.stream()
                .filter(place -> missing.stream().noneMatch(place::matches))
                .map(ClassPathTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String place) {
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "realtime,ari",
                "realtime,ari,ami-reloader,jdbc-store,spring-boot-jdbc,spring-boot-sql,spring-jdbc",
                "jdbc-store,spring-boot-jdbc,spring-boot-sql,spring-jdbc",
            })
    @SuppressWarnings("unchecked")
    void a_host_without_it_writes_files(String missing) throws Exception {
        List<String> jars = Stream.of(missing.split(","))
                .map(name -> name.startsWith("spring-")
                        ? ".*/" + name + "-[0-9][^/]*"
                        : ".*/(" + name + "/target/classes|sipwright-" + name + "-[^/]*)")
                .toList();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(without(jars), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            UnaryOperator<String> host = (UnaryOperator<String>) loader.loadClass("io.sipwright.spring.SmallHost")
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(host.getClass().getClassLoader()).isSameAs(loader);
            assertThat(host.apply(directory.toString())).isEqualTo("files");
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(directory.resolve("pjsip_users.conf")).content().contains("[john_doe]");
    }
}
