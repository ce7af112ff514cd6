package io.sipwright.testkit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The blocks of a page of the documentation, and a compiler for them. */
final class Guide {

    private Guide() {}

    static String read(String name) {
        try {
            return Files.readString(Path.of("../docs").resolve(name)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From a heading to the next one of the same level. */
    static String chapter(String page, String heading) {
        int from = page.indexOf("\n" + heading + "\n");
        if (from < 0) {
            throw new AssertionError("There is no chapter '" + heading + "'");
        }
        String level = heading.substring(0, heading.indexOf(' ') + 1);
        int to = page.indexOf("\n" + level, from + heading.length());
        return page.substring(from, to < 0 ? page.length() : to);
    }

    static List<String> blocks(String text, String language) {
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(text);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    /** Compiles one class of the unnamed package into a directory, and loads it. */
    static Class<?> compiled(Path directory, String name, String source)
            throws IOException, ReflectiveOperationException {
        Path file = Files.writeString(directory.resolve(name + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ENGLISH, null)) {
            boolean good = compiler.getTask(
                            null,
                            files,
                            found,
                            List.of(
                                    "-classpath",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    directory.toString(),
                                    "-proc:none"),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            if (!good) {
                throw new AssertionError(found.getDiagnostics().stream()
                        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
            }
        }
        return loader(directory).loadClass(name);
    }

    private static ClassLoader loader(Path directory) throws MalformedURLException {
        return new URLClassLoader(new URL[] {directory.toUri().toURL()}, Guide.class.getClassLoader());
    }
}
