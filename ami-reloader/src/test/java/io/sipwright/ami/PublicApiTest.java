package io.sipwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing of asterisk-java can be seen from outside, so that it can be replaced. */
class PublicApiTest {
    private static final List<Class<?>> PUBLIC = List.of(
            AmiReloader.class,
            AmiReloader.Builder.class,
            AmiObserver.class,
            Doctor.class,
            Doctor.Builder.class,
            Finding.class,
            Finding.Severity.class,
            Inquiry.class);

    @Test
    void onlyWhatUsersNeedIsPublic() throws Exception {
        Path classes = Path.of(AmiReloader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> names = files.map(
                            file -> classes.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
            assertThat(names).hasSizeGreaterThan(20);
            assertThat(names.stream().filter(PublicApiTest::isPublic))
                    .containsExactlyInAnyOrder(
                            PUBLIC.stream().map(Class::getName).toArray(String[]::new));
        }
    }

    @Test
    void itsSignaturesNameNoTypeOfAsteriskJava() {
        for (Class<?> type : PUBLIC) {
            Stream<Executable> all =
                    Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()));
            assertThat(all.map(Executable::toGenericString)).noneMatch(text -> text.contains("asteriskjava"));
            assertThat(type.getSuperclass()).isIn(Object.class, Record.class, Enum.class);
        }
    }

    /** They are internal to it: a new version may well be without them, and then this shows it, in words. */
    @Test
    void asteriskJavaStillHasWhatIsOverridden() {
        Class<?> connection = AmiLink.class.getSuperclass();
        assertThat(Arrays.stream(connection.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                        .map(Method::getName))
                .contains("createSocket", "createWriter", "determineVersion", "dispatchEvent");
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name).getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
