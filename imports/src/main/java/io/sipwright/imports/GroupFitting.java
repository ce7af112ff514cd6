package io.sipwright.imports;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.pjsip.EffectiveOptions;
import io.sipwright.pjsip.Location;
import io.sipwright.pjsip.Option;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.SchemaProblem;
import io.sipwright.pjsip.Section;
import io.sipwright.store.ObjectKind;
import io.sipwright.template.FieldValue;
import io.sipwright.template.Network;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.TemplateFit;
import io.sipwright.template.TemplateFitting;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes trunks and users of sections that belong together, or says why that can't be done. */
final class GroupFitting {

    private static final int MOST_OPTIONS = 2_000;

    private final TemplateFitting fitting;
    private final PjsipSchema schema;
    private final ObjectNames names = new ObjectNames();
    private final List<ImportedObject<TrunkSpec>> trunks = new ArrayList<>();
    private final List<ImportedObject<SipUserSpec>> users = new ArrayList<>();

    GroupFitting(TemplateFitting fitting, AsteriskVersion version) {
        this.fitting = fitting;
        this.schema = PjsipSchema.of(version);
    }

    List<ImportedObject<TrunkSpec>> trunks() {
        return trunks;
    }

    List<ImportedObject<SipUserSpec>> users() {
        return users;
    }

    /** Takes a group; answers why not, if it can't. */
    Optional<String> take(SectionGroup group) {
        Optional<String> obstacle = obstacle(group).or(() -> names.taken(group));
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Located endpoint = group.of("endpoint").get(0);
        boolean authenticated = !endpoint.references("auth").isEmpty();
        boolean placed = group.has("registration") || group.has("identify") || hasContact(group);
        if (!authenticated && !placed) {
            return Optional.of(
                    "neither a password nor an address tells who it is; anyone who sends its name is let in");
        }
        boolean taken = authenticated && !group.has("registration") && takeUser(group, endpoint)
                || placed && takeTrunk(group, endpoint)
                || authenticated && takeUser(group, endpoint);
        return taken ? Optional.empty() : Optional.of(misfit(group));
    }

    private static boolean hasContact(SectionGroup group) {
        return group.of("aor").stream()
                .anyMatch(aor -> !aor.section().all("contact").isEmpty());
    }

    /** The commonest reasons why no template fits. */
    private static String misfit(SectionGroup group) {
        for (String type : List.of("aor", "auth", "identify", "registration")) {
            List<Located> ofType = group.of(type);
            if (ofType.size() > 1) {
                return "no template has a place for more than one " + type + ": "
                        + SectionGroup.few(ofType.stream().map(Located::name).toList());
            }
        }
        return "no template can say what these sections say together: "
                + SectionGroup.few(group.sections().stream().map(Located::title).toList());
    }

    private boolean takeTrunk(SectionGroup group, Located endpoint) {
        String name = names.candidate(ObjectKind.TRUNK, group, endpoint);
        Optional<TemplateFit> fit = fitting.trunk(name, sections(group));
        fit.ifPresent(found -> {
            names.take(name, group);
            List<String> notes = notes(name, endpoint);
            if (isOpen(found, endpoint)) {
                notes.add("Calls from anyone who sends its name are taken for its own; take the override of"
                        + " endpoint.identify_by away to end that.");
            }
            trunks.add(new ImportedObject<>(trunk(name, found, notes), places(group), notes));
        });
        return fit.isPresent();
    }

    private boolean takeUser(SectionGroup group, Located endpoint) {
        String name = names.candidate(ObjectKind.USER, group, endpoint);
        Optional<TemplateFit> fit = fitting.user(name, sections(group));
        fit.ifPresent(found -> {
            names.take(name, group);
            users.add(new ImportedObject<>(user(name, found), places(group), notes(name, endpoint)));
        });
        return fit.isPresent();
    }

    /** Whether the template would have closed a door that the endpoint leaves open. */
    private static boolean isOpen(TemplateFit fit, Located endpoint) {
        return endpoint.references("auth").isEmpty()
                && fit.overrides().stream()
                        .filter(override -> override.path().equals("endpoint.identify_by"))
                        .anyMatch(override -> override.values().isEmpty()
                                || override.values().get(0).contains("username"));
    }

    private static List<Section> sections(SectionGroup group) {
        return group.sections().stream().map(Located::section).toList();
    }

    private static List<Location> places(SectionGroup group) {
        return group.sections().stream().map(Located::location).toList();
    }

    private static List<String> notes(String name, Located endpoint) {
        List<String> notes = new ArrayList<>();
        if (!endpoint.name().equals(name) && !endpoint.name().equals(name + ObjectNames.ENDPOINT)) {
            notes.add("Nothing can be called " + endpoint.name() + " here; its endpoint keeps the name.");
        }
        return notes;
    }

    private static TrunkSpec trunk(String name, TemplateFit fit, List<String> notes) {
        TrunkSpec.Builder trunk = TrunkSpec.builder(name, fit.template());
        fit.overrides().forEach(trunk::override);
        boolean wide = sources(fit)
                .flatMap(source -> Network.parse(source.strip()).stream())
                .anyMatch(Network::isWide);
        if (wide) {
            trunk.allowWideInbound(true);
            notes.add("Calls are accepted from a wide network; narrow its inbound sources if you can.");
        }
        return trunk.build().withFields(fit.fields());
    }

    /** The addresses that are filled in; what a template names by itself is the carrier's own. */
    private static Stream<String> sources(TemplateFit fit) {
        FieldValue field = fit.fields().get(ProviderTemplate.INBOUND_SOURCES);
        return Stream.concat(
                field == null ? Stream.of() : field.items().stream(),
                fit.overrides().stream()
                        .filter(override -> override.option().equals("match"))
                        .flatMap(override -> override.values().stream())
                        .flatMap(line -> Arrays.stream(line.split(","))));
    }

    private static SipUserSpec user(String name, TemplateFit fit) {
        SipUserSpec.Builder user = SipUserSpec.builder(name, fit.template());
        fit.overrides().forEach(user::override);
        return user.build().withFields(fit.fields());
    }

    private Optional<String> obstacle(SectionGroup group) {
        List<Located> endpoints = group.of("endpoint");
        if (endpoints.isEmpty()) {
            return Optional.of("no endpoint refers to it");
        }
        if (endpoints.size() > 1) {
            return Optional.of("it is shared by the endpoints "
                    + SectionGroup.few(endpoints.stream().map(Located::name).toList()));
        }
        List<Map.Entry<String, String>> missing = group.missing();
        if (!missing.isEmpty()) {
            return Optional.of("it names what is not there: "
                    + SectionGroup.few(missing.stream()
                            .map(link -> link.getKey() + " " + link.getValue())
                            .toList()));
        }
        if (options(group) > MOST_OPTIONS) {
            return Optional.of(
                    "it has more than " + MOST_OPTIONS + " options with its other sections; an object has fewer");
        }
        for (Located section : group.sections()) {
            Optional<SchemaProblem> problem =
                    schema.check(inNormalForm(section.section())).stream().findFirst();
            if (problem.isPresent()) {
                return Optional.of("not good for Asterisk " + schema.version() + ": " + section.title() + ": "
                        + problem.get().option() + " " + problem.get().message());
            }
        }
        return Optional.empty();
    }

    private static long options(SectionGroup group) {
        return group.sections().stream()
                .mapToLong(section -> section.section().options().stream()
                        .mapToLong(option -> 1 + option.value().length() / 20) // a list has many in one
                        .sum())
                .sum();
    }

    /** Without what Asterisk does not mind: the type said twice, a tab in a caller's name. */
    private Section inNormalForm(Section section) {
        List<Option> options = new ArrayList<>();
        EffectiveOptions.of(section, schema.version())
                .values()
                .forEach((name, values) -> values.forEach(value -> options.add(new Option(name, value))));
        return Section.of(section.name(), section.type().orElseThrow(), options);
    }
}
