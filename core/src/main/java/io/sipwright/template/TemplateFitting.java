package io.sipwright.template;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.Section;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the template that fits existing sections best, and what to fill into it. What it answers was rendered and compared:
 * an object with these fields and overrides makes sections of the same names, with the same effective options.
 *
 * <p>Many phones differ in little but their names: what fitted one is tried first for those of the same shape. Thread-safe.
 */
public final class TemplateFitting {

    private static final long CARRIER = 10 * FitSearch.DIFFERENCE;

    private final AsteriskVersion version;
    private final Map<Template, FieldGuesses> readers = new HashMap<>();
    private final Map<ProviderTemplate, ServerNames> servers = new LinkedHashMap<>();
    private final List<UserTemplate> users;
    private final KnownShapes shapes;

    /**
     * Fits into some templates.
     *
     * @param providers that trunks may fit into
     * @param userTemplates that users may fit into
     * @param version of Asterisk that the sections are read by
     */
    public TemplateFitting(
            Collection<ProviderTemplate> providers, Collection<UserTemplate> userTemplates, AsteriskVersion version) {
        this.version = version;
        this.shapes = new KnownShapes(version);
        this.users = List.copyOf(userTemplates);
        providers.forEach(provider -> servers.put(provider, ServerNames.of(provider)));
        Stream.concat(servers.keySet().stream(), users.stream())
                .forEach(template -> readers.put(template, new FieldGuesses(template.body(), version)));
    }

    /**
     * The best template for a trunk.
     *
     * @param name that the trunk is to bear
     * @param sections all that belong to it, templates of the file resolved
     * @return empty when no template has a role for each of the sections
     */
    public Optional<TemplateFit> trunk(String name, List<Section> sections) {
        Set<String> hosts = ServerNames.hosts(sections);
        return best(
                TemplateKind.PROVIDER,
                name,
                sections,
                servers.entrySet().stream()
                        .filter(provider -> provider.getValue().mayBe(hosts))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /**
     * The best template for a SIP user.
     *
     * @param name that the user is to bear
     * @param sections all that belong to it, templates of the file resolved
     * @return empty when no template has a role for each of the sections
     */
    public Optional<TemplateFit> user(String name, List<Section> sections) {
        return best(TemplateKind.USER, name, sections, users);
    }

    private Optional<TemplateFit> best(
            TemplateKind kind, String name, List<Section> sections, Collection<? extends Template> templates) {
        String shape = shapes.shape(kind, name, sections);
        for (KnownShapes.Known known : shapes.of(shape)) {
            Optional<TemplateFit> fit = again(known, name, sections);
            if (fit.isPresent()) {
                return fit;
            }
        }
        Optional<TemplateFit> best = templates.stream()
                .flatMap(template -> new Fitting(template, name, sections).search().stream())
                .min(Comparator.comparingLong(this::distance).thenComparing(TemplateFit::template));
        best.ifPresent(fit -> templates.stream()
                .filter(template -> template.id().equals(fit.template()))
                .forEach(template -> shapes.add(
                        shape, KnownShapes.Known.of(template, fit, new Fitting(template, name, sections).guesses))));
        return best;
    }

    /** A carrier's own template is worth some overrides: it knows what changes at the carrier. */
    private long distance(TemplateFit fit) {
        boolean carrier = servers.entrySet().stream()
                .anyMatch(provider -> provider.getKey().id().equals(fit.template())
                        && !provider.getValue().isForAny());
        return fit.distance() - (carrier ? CARRIER : 0);
    }

    private Optional<TemplateFit> again(KnownShapes.Known known, String name, List<Section> sections) {
        Fitting fitting = new Fitting(known.template(), name, sections);
        return known.given(fitting.guesses).flatMap(fitting.search::fit).filter(known::isLike);
    }

    /** One template tried on one object. */
    private final class Fitting {

        final SourceSections source;
        final Map<String, List<FieldValue>> guesses;
        final FitSearch search;

        Fitting(Template template, String name, List<Section> sections) {
            source = new SourceSections(name, sections, template, version);
            guesses = Objects.requireNonNull(readers.get(template)).of(name, source);
            search = new FitSearch(template, version, name, source, guesses);
        }

        Optional<TemplateFit> search() {
            return source.left() > 0 ? Optional.empty() : search.search();
        }
    }
}
