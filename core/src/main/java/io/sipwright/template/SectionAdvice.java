package io.sipwright.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Advice on the sections of a template. */
record SectionAdvice(Advising advising) {

    private static final Pattern SAYS_NO_REGISTRATION = Pattern.compile(
            "\\bno registration\\b|\\bdoes not (offer|know|support) registration\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PORT_IN_ADDRESS = Pattern.compile("sips?:.*:\\d{2,5}(;.*)?");

    void give() {
        sections("aor").forEach(this::qualify);
        if (advising.template().kind() == TemplateKind.PROVIDER) {
            boolean line = sections("registration")
                    .anyMatch(section -> option(section, "line").isPresent());
            if (!line && sections("identify").findAny().isEmpty()) {
                advising.add("/sections", AdviceCode.INBOUND_NONE, "No call of the carrier would be recognised");
            }
            sections("endpoint").forEach(this::endpoint);
            registrations();
            serverPort();
        }
    }

    private Stream<SectionTemplate> sections(String type) {
        return advising.body().sections().stream()
                .filter(section -> section.type().equals(type));
    }

    private static Optional<OptionTemplate> option(SectionTemplate section, String name) {
        return section.options().stream()
                .filter(option -> option.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static String pointer(SectionTemplate section) {
        return "/sections/" + section.role();
    }

    private static Stream<TextPattern> patterns(OptionTemplate option) {
        return option.alternatives().stream().flatMap(alternative -> alternative.patterns.values().stream());
    }

    private void qualify(SectionTemplate aor) {
        Optional<OptionTemplate> frequency = option(aor, "qualify_frequency");
        if (frequency.isEmpty()) {
            advising.addOf(pointer(aor), AdviceCode.QUALIFY_OFF, "The other side is never asked with OPTIONS");
        } else {
            String option = pointer(aor) + "/options/" + frequency.get().name();
            patterns(frequency.get())
                    .distinct()
                    .forEach(pattern -> zero(pattern, option)
                            .ifPresent(place -> advising.add(
                                    place,
                                    AdviceCode.QUALIFY_OFF,
                                    "By default the other side is never asked with OPTIONS")));
        }
    }

    /** Where it is said that a pattern stands for zero: in the option itself, or by default of a field. */
    private Optional<String> zero(TextPattern pattern, String option) {
        if (pattern.isConstant()) {
            return pattern.constant().matches("0+") ? Optional.of(option) : Optional.empty();
        }
        return pattern.placeholders().stream()
                .filter(name -> {
                    List<TemplateBody.Alternative> defaults =
                            advising.body().defaults().getOrDefault(name, List.of());
                    return advising.body().field(name) != null
                            && (defaults.isEmpty()
                                    || defaults.stream()
                                            .anyMatch(one -> one.pattern().isConstant()
                                                    && one.pattern().constant().matches("0+")));
                })
                .map(name -> "/fields/" + name + "/default")
                .findFirst();
    }

    private void endpoint(SectionTemplate endpoint) {
        if (option(endpoint, "identify_by").isEmpty()
                && option(endpoint, "auth").isEmpty()) {
            advising.addOf(
                    pointer(endpoint),
                    AdviceCode.IDENTIFY_BY_MISSING,
                    "Calls are recognised by the name in From as well");
        }
        if (sections("registration").findAny().isPresent()
                && Stream.of("from_user", "from_domain")
                        .allMatch(name -> option(endpoint, name).isEmpty())) {
            advising.addOf(
                    pointer(endpoint),
                    AdviceCode.FROM_NONE,
                    "The carrier knows an account, and nothing says what stands in From");
        }
    }

    private void registrations() {
        String roles = sections("registration")
                .map(section -> "'" + section.role() + "'")
                .collect(Collectors.joining(" and "));
        if (roles.isEmpty()) {
            return;
        }
        String has = " says that the carrier has no registration, and there is the section " + roles;
        if (!advising.template().registers()) {
            advising.add("/registration", AdviceCode.REGISTRATION_NONE, "The template" + has);
            return;
        }
        boolean array = advising.template().written().json.path("notes").isArray();
        List<String> notes = advising.template().notes();
        for (int i = 0; i < notes.size(); i++) {
            if (SAYS_NO_REGISTRATION.matcher(notes.get(i)).find()) {
                advising.add(array ? "/notes/" + i : "/notes", AdviceCode.REGISTRATION_NONE, "A note" + has);
                return;
            }
        }
    }

    private void serverPort() {
        Map<String, TemplateField> fields = advising.body().fields();
        TemplateField server = fields.get(ProviderTemplate.SERVER);
        if (server == null || fields.containsKey("port")) {
            return;
        }
        boolean named = advising.body().sections().stream()
                .flatMap(section -> section.options().stream())
                .flatMap(SectionAdvice::patterns)
                .anyMatch(pattern -> PORT_IN_ADDRESS.matcher(pattern.toString()).matches());
        boolean hint = Stream.concat(Stream.of(server.help()), advising.template().notes().stream())
                .anyMatch(text -> text.contains("SRV"));
        if (!named && !hint) {
            advising.addOf("/fields/server", AdviceCode.SERVER_PORT, "Nothing says which port of the server is meant");
        }
    }
}
