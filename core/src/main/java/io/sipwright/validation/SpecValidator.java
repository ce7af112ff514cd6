package io.sipwright.validation;

import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.FieldProblem;
import io.sipwright.template.FieldType;
import io.sipwright.template.FieldValue;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.OptionOverride;
import io.sipwright.template.ProviderTemplate;
import io.sipwright.template.Template;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.template.UserTemplate;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks trunks and SIP users. Each call answers with all that is wrong; an empty list means that Asterisk would load
 * what is rendered from the object.
 *
 * <p>Immutable and thread-safe.
 */
public final class SpecValidator {

    /** Names of transports that a host is taken to have unless it says otherwise. */
    public static final Set<String> USUAL_TRANSPORTS =
            Set.of("transport-udp", "transport-tcp", "transport-tls", "transport-ws", "transport-wss");

    private final TemplateCatalog catalog;
    private final AsteriskVersion version;
    private final SecretPolicy secrets;
    private final Messages messages;
    private final BeanConstraints constraints = new BeanConstraints();
    private final CrossRules crossRules;
    private final InboundRules inboundRules;

    public SpecValidator(
            TemplateCatalog catalog,
            AsteriskVersion version,
            SecretPolicy secrets,
            Set<String> transports,
            Locale locale) {
        this.catalog = catalog;
        this.version = version;
        this.secrets = secrets;
        this.messages = new Messages(locale);
        this.crossRules = new CrossRules(catalog, new ReservedNames(Set.copyOf(transports)));
        this.inboundRules = new InboundRules(catalog, version);
    }

    /** The spec with its values in the form that is stored. An unknown template leaves it as it is. */
    public TrunkSpec normalize(TrunkSpec trunk) {
        return catalog.provider(trunk.provider())
                .map(template -> trunk.withFields(template.normalize(trunk.fields())))
                .orElse(trunk);
    }

    /** The spec with its values in the form that is stored. An unknown template leaves it as it is. */
    public SipUserSpec normalize(SipUserSpec user) {
        return catalog.userTemplate(user.templateId())
                .map(template -> user.withFields(template.normalize(user.fields())))
                .orElse(user);
    }

    /**
     * What is wrong with a normalized trunk.
     *
     * @param isNew whether its name must be free
     */
    public List<Violation> check(TrunkSpec trunk, boolean isNew, Neighbours neighbours) {
        Findings findings = new Findings(messages);
        boolean named = checkConstraints(trunk, isNew, neighbours, findings);
        Optional<ProviderTemplate> template = catalog.provider(trunk.provider());
        if (template.isPresent()) {
            checkFields(trunk, template.get(), secrets.trunkMinimum(), named, findings);
            crossRules.checkExplicitNames(trunk, neighbours, findings);
        } else {
            boolean ofUsers = catalog.userTemplate(trunk.provider()).isPresent();
            unknownTemplate(
                    "provider",
                    trunk.provider(),
                    ofUsers ? "template.of_users" : "template.unknown",
                    catalog.providers().keySet(),
                    findings);
        }
        if (named) {
            crossRules.checkSectionNames(trunk, neighbours, findings);
        }
        inboundRules.check(trunk, neighbours, findings);
        return findings.violations();
    }

    /**
     * What is wrong with a normalized user.
     *
     * @param isNew whether its name must be free
     */
    public List<Violation> check(SipUserSpec user, boolean isNew, Neighbours neighbours) {
        Findings findings = new Findings(messages);
        boolean named = checkConstraints(user, isNew, neighbours, findings);
        Optional<UserTemplate> template = catalog.userTemplate(user.templateId());
        if (template.isPresent()) {
            checkFields(user, template.get(), secrets.userMinimum(), named, findings);
            crossRules.checkExplicitNames(user, neighbours, findings);
        } else {
            boolean ofTrunks = catalog.provider(user.templateId()).isPresent();
            unknownTemplate(
                    "template_type",
                    user.templateId(),
                    ofTrunks ? "template.of_trunks" : "template.unknown",
                    catalog.userTemplates().keySet(),
                    findings);
        }
        return findings.violations();
    }

    /** Whether it has a name that sections can be made of. */
    private boolean checkConstraints(ObjectSpec spec, boolean isNew, Neighbours neighbours, Findings findings) {
        constraints.check(spec, findings);
        boolean named = !findings.has("name");
        if (named && isNew) {
            crossRules.checkName(spec.name(), neighbours, findings);
        }
        return named;
    }

    private void unknownTemplate(String path, String id, String code, Set<String> known, Findings findings) {
        if (id.isBlank()) {
            findings.add(path, "template.required", null);
        } else if (catalog.abstractIds().contains(id)) {
            findings.add(path, "template.abstract", id, id);
        } else if (!code.equals("template.unknown")) {
            findings.add(path, code, id, id);
        } else {
            String shown = BeanConstraints.shortened(id);
            findings.add(path, "template.unknown", shown, shown, Suggestion.sentence(shown, known));
        }
    }

    private void checkFields(ObjectSpec spec, Template template, int secretMinimum, boolean named, Findings findings) {
        Map<String, FieldProblem> problems = template.check(spec);
        problems.forEach((field, problem) ->
                findings.add(field, problem.code(), shown(template, field, spec), problem.arguments()));
        Collection<String> names = new ArrayList<>(List.of(spec.name()));
        for (String field : List.of("username", "extension")) {
            spec.fields().text(field).ifPresent(names::add);
        }
        spec.fields().forEach((field, value) -> {
            if (value.isSecret() && isChosen(template, field) && !findings.has(field)) {
                checkSecret(field, value.text(), secretMinimum, names, findings);
            }
        });
        new SectionCheck(version, findings).check(spec, template, named && problems.isEmpty());
        for (OptionOverride override : spec.overrides()) {
            String path = "overrides." + override.path();
            if (override.option().equalsIgnoreCase("password") && !findings.has(path)) {
                override.values().stream()
                        .filter(value -> !value.isEmpty()) // which the sections were refused for
                        .forEach(value -> checkSecret(path, value, secretMinimum, names, findings));
            }
        }
    }

    /** A password that a person chose, unlike a hash of it. */
    private static boolean isChosen(Template template, String field) {
        return template.field(field)
                .filter(known -> known.type() == FieldType.DIGEST)
                .isEmpty();
    }

    private void checkSecret(String path, String secret, int minimum, Collection<String> names, Findings findings) {
        secrets.weakness(secret, minimum, names).ifPresent(code -> findings.add(path, code, null, minimum));
    }

    /** What was given, where it may be shown. */
    private static @Nullable String shown(Template template, String field, ObjectSpec spec) {
        boolean open = template.field(field).filter(known -> !known.isSecret()).isPresent();
        FieldValue given = spec.fields().get(field);
        return open && given != null ? BeanConstraints.shortened(given.masked()) : null;
    }
}
