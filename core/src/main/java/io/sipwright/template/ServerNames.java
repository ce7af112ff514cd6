package io.sipwright.template;

import io.sipwright.pjsip.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The servers that a template for one carrier has by itself: a trunk to none of them is no trunk of that carrier. */
final class ServerNames {

    private static final Pattern HOST =
            Pattern.compile("sips?:(?:[^@;,<>\\s]{0,255}@)?(\\[[^\\]]{1,255}]|[^:;,>\\s]+)");

    private final boolean any;
    private final Set<String> fixed;
    private final List<ReversePattern> patterns;

    private ServerNames(boolean any, Set<String> fixed, List<ReversePattern> patterns) {
        this.any = any;
        this.fixed = fixed;
        this.patterns = patterns;
    }

    static ServerNames of(ProviderTemplate template) {
        TemplateBody body = template.body();
        List<TextPattern> defaults = body.defaults().getOrDefault(ProviderTemplate.SERVER, List.of()).stream()
                .map(TemplateBody.Alternative::pattern)
                .toList();
        List<ReversePattern> patterns = new ArrayList<>();
        defaults.forEach(pattern -> patterns.addAll(ReversePattern.of(pattern, body)));
        // Those that are called when the first does not answer are the carrier's as well.
        List<String> hosts = body.fields().values().stream()
                .filter(field -> field.type() == FieldType.HOST)
                .map(TemplateField::name)
                .toList();
        Stream<String> constants = hosts.stream()
                .flatMap(host -> body.defaults().getOrDefault(host, List.of()).stream())
                .map(TemplateBody.Alternative::pattern)
                .filter(TextPattern::isConstant)
                .map(TextPattern::constant);
        Stream<String> chosen = body.fields().values().stream()
                .flatMap(field -> field.choices().values().stream())
                .flatMap(choice -> hosts.stream()
                        .flatMap(host -> Stream.ofNullable(choice.sets().get(host))))
                .map(FieldValue::text);
        // A template without sources was not made for a carrier that could be known by its servers.
        boolean any = template.provenance().sources().isEmpty();
        return new ServerNames(
                any,
                Stream.concat(constants, chosen)
                        .map(server -> server.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                patterns);
    }

    /** Whether a trunk to these hosts may be one of this carrier; always, where the template is for any carrier. */
    boolean mayBe(Collection<String> hosts) {
        return any
                || hosts.stream()
                        .anyMatch(host -> fixed.contains(host)
                                || patterns.stream()
                                        .anyMatch(pattern -> !pattern.read(host).isEmpty()));
    }

    /** Whether the template is not for one carrier. */
    boolean isForAny() {
        return any;
    }

    /** The hosts that sections call. */
    static Set<String> hosts(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> Stream.concat(section.all("server_uri").stream(), section.all("contact").stream()))
                .flatMap(uri -> HOST.matcher(uri).results())
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
