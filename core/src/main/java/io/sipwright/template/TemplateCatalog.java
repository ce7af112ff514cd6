package io.sipwright.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All templates that can be used: those shipped with the library, and the host's own. Immutable and thread-safe.
 */
public final class TemplateCatalog {

    private static final String SHIPPED = "/io/sipwright/templates/";

    private final Map<String, ProviderTemplate> providers = new TreeMap<>();
    private final Map<String, UserTemplate> users = new TreeMap<>();
    private final List<CatalogSource> sources;
    private final List<TemplateFile> abstracts;

    private TemplateCatalog(Collection<Template> templates, List<CatalogSource> sources, List<TemplateFile> abstracts) {
        for (Template template : templates) {
            if (template instanceof ProviderTemplate provider) {
                providers.put(provider.id(), provider);
            } else if (template instanceof UserTemplate user) {
                users.put(user.id(), user);
            }
        }
        this.sources = List.copyOf(sources);
        this.abstracts = List.copyOf(abstracts);
    }

    /** The templates shipped with the library. */
    public static TemplateCatalog shipped() {
        return builder().build();
    }

    /** These templates alone; of two with the same id and kind the last counts. */
    public static TemplateCatalog of(Template... templates) {
        return new TemplateCatalog(List.of(templates), List.of(), List.of());
    }

    /** Starts with the shipped templates; what is added replaces those of the same id. */
    public static Builder builder() {
        Builder builder = new Builder();
        builder.reading.together("sipwright", SHIPPED, () -> {
            builder.shippedText("catalogue.json");
            for (String line : shippedResource("index.txt").split("\n")) {
                if (!line.isBlank()) {
                    builder.shippedText(line);
                }
            }
        });
        return builder;
    }

    /** Starts with nothing: a catalogue in place of the shipped one, whose templates it can't inherit from. */
    public static Builder emptyBuilder() {
        return new Builder();
    }

    /** All templates for trunks, by id. */
    public Map<String, ProviderTemplate> providers() {
        return Collections.unmodifiableMap(providers);
    }

    /** All templates for SIP users, by id. */
    public Map<String, UserTemplate> userTemplates() {
        return Collections.unmodifiableMap(users);
    }

    public Optional<ProviderTemplate> provider(String id) {
        return Optional.ofNullable(providers.get(id));
    }

    public Optional<UserTemplate> userTemplate(String id) {
        return Optional.ofNullable(users.get(id));
    }

    /**
     * The catalogues that it was put together from, in their order; a file or a directory with templates that names no
     * catalogue is one without a version.
     */
    public List<CatalogSource> sources() {
        return sources;
    }

    /** Names and versions of the {@link #sources}: {@code sipwright 2026.11.22 + our-carrier.json}; empty if there are none. */
    public String version() {
        return sources.stream().map(CatalogSource::toString).collect(Collectors.joining(" + "));
    }

    /** Ids of the templates that others inherit from and no object can be made from. */
    public Set<String> abstractIds() {
        return abstracts.stream().map(TemplateFile::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same as they were written. */
    List<TemplateFile> abstracts() {
        return abstracts;
    }

    /** Those for trunks, and then those for users, each sorted by id. */
    List<Template> templates() {
        return Stream.<Template>concat(providers.values().stream(), users.values().stream())
                .toList();
    }

    private static String shippedResource(String name) {
        try (InputStream in = TemplateCatalog.class.getResourceAsStream(SHIPPED + name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is not in the jar").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Collects templates. A JSON text is one template, or a catalogue of several, {@code {"catalogue": {"id": …,
     * "version": …}, "templates": […]}}. A template takes the place of one with the same id that was added before and is of
     * the same kind; within one file or directory no id may stand twice. Not thread-safe.
     */
    public static final class Builder {

        private final CatalogReading reading = new CatalogReading();

        private Builder() {}

        private void shippedText(String name) {
            reading.read(name, shippedResource(name));
        }

        /**
         * Adds a template or a catalogue from JSON text.
         *
         * @param file name for messages
         */
        public Builder addJson(String file, String json) {
            reading.together(nameOf(file), file, () -> reading.read(file, json));
            return this;
        }

        /** Adds a file with a template or a catalogue. {@link #build} says so if it can't be read. */
        public Builder addFile(Path file) {
            reading.together(nameOf(file.toString()), file.toString(), () -> reading.file(file));
            return this;
        }

        /**
         * Adds each {@code *.json} of a directory, in the order of the names, not those of directories in it; schemas,
         * {@code *.schema.json}, are passed over. A file {@code catalogue.json} with {@code {"catalogue": {"id": …,
         * "version": …}}} says which catalogue they make up. {@link #build} says so if the directory or a file can't be read,
         * or if there is none.
         */
        public Builder addDirectory(Path directory) {
            reading.together(
                    nameOf(directory.toAbsolutePath().normalize().toString()),
                    directory.toString(),
                    () -> reading.directory(directory));
            return this;
        }

        /** The last step of a path. */
        private static String nameOf(String path) {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        }

        /**
         * Adds a template or a catalogue from the classpath.
         *
         * @param resource absolute name, for example {@code /templates/our-carrier.json}
         * @throws IllegalArgumentException if there is no such resource
         */
        public Builder addResource(Class<?> owner, String resource) {
            try (InputStream in = owner.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalArgumentException("There is no resource " + resource);
                }
                return addJson(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Checks all templates together.
         *
         * @throws TemplateException with everything that is wrong with any of them
         */
        public TemplateCatalog build() {
            List<TemplateProblem> problems = new ArrayList<>(reading.problems);
            Inheritance inheritance = new Inheritance(reading.byId, problems);
            Blame blame = new Blame(problems);
            List<Template> templates = new ArrayList<>();
            for (TemplateFile file : reading.templates) {
                inheritance.merge(file).ifPresent(merged -> {
                    TemplateReader reader = new TemplateReader(merged);
                    reader.read().ifPresent(templates::add);
                    blame.add(merged, reader.findings());
                });
            }
            blame.report();
            if (!problems.isEmpty()) {
                throw new TemplateException(problems);
            }
            return new TemplateCatalog(
                    templates,
                    reading.sources,
                    reading.templates.stream().filter(TemplateFile::isAbstract).toList());
        }

        /** How many sources were added so far: what is added from now on has a higher rank. */
        int rank() {
            return reading.rank();
        }
    }
}
