package io.sipwright.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All templates that can be used: those shipped with the library, and the host's own. Immutable and thread-safe.
 */
public final class TemplateCatalog {

    private static final String SHIPPED = "/io/sipwright/templates/";

    private final Map<String, ProviderTemplate> providers = new TreeMap<>();
    private final Map<String, UserTemplate> users = new TreeMap<>();

    private TemplateCatalog(Collection<Template> templates) {
        for (Template template : templates) {
            if (template instanceof ProviderTemplate provider) {
                providers.put(provider.id(), provider);
            } else if (template instanceof UserTemplate user) {
                users.put(user.id(), user);
            }
        }
    }

    /** The templates shipped with the library. */
    public static TemplateCatalog shipped() {
        return builder().build();
    }

    /** These templates alone; of two with the same id and kind the last counts. */
    public static TemplateCatalog of(Template... templates) {
        return new TemplateCatalog(List.of(templates));
    }

    /** Starts with the shipped templates; what is added replaces those of the same id. */
    public static Builder builder() {
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

    /** Collects templates. Not thread-safe. */
    public static final class Builder {

        private final Map<String, TemplateFile> files = new LinkedHashMap<>();
        private final List<TemplateProblem> problems = new ArrayList<>();

        private Builder() {
            for (String line : resource("index.txt").split("\n")) {
                if (!line.isBlank()) {
                    addJson(line, resource(line));
                }
            }
        }

        /**
         * Adds a template from JSON text.
         *
         * @param file name for messages
         */
        public Builder addJson(String file, String json) {
            try {
                JsonNode node = MAPPER.readTree(json);
                if (node instanceof ObjectNode object) {
                    TemplateFile template = new TemplateFile(file, object);
                    files.put(template.id(), template);
                } else {
                    problems.add(new TemplateProblem(file, "", "expected a JSON object"));
                }
            } catch (JacksonException e) {
                problems.add(new TemplateProblem(
                        file,
                        "",
                        "expected JSON: " + e.getOriginalMessage() + " (line "
                                + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr() + ")"));
            }
            return this;
        }

        /**
         * Adds each {@code *.json} of a directory, in the order of the names.
         *
         * @throws UncheckedIOException if the directory or a file can't be read
         */
        public Builder addDirectory(Path directory) {
            try (Stream<Path> entries = Files.list(directory)) {
                List<Path> sorted = entries.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList();
                for (Path path : sorted) {
                    addJson(path.toString(), Files.readString(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Can't read the templates in " + directory, e);
            }
            return this;
        }

        /**
         * Adds a template from the classpath.
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
            List<TemplateProblem> found = new ArrayList<>(problems);
            Inheritance inheritance = new Inheritance(files, found);
            List<Template> templates = new ArrayList<>();
            for (TemplateFile file : files.values()) {
                inheritance
                        .merge(file)
                        .flatMap(merged -> new TemplateReader(merged, found).read())
                        .ifPresent(templates::add);
            }
            if (!found.isEmpty()) {
                throw new TemplateException(found);
            }
            return new TemplateCatalog(templates);
        }

        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(tools.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        private static String resource(String name) {
            try (InputStream in = TemplateCatalog.class.getResourceAsStream(SHIPPED + name)) {
                return new String(
                        Objects.requireNonNull(in, name + " is not in the jar").readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
