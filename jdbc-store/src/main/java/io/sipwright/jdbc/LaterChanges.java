package io.sipwright.jdbc;

import io.sipwright.pjsip.AsteriskVersion;
import io.sipwright.template.ObjectSpec;
import io.sipwright.template.TemplateCatalog;
import io.sipwright.trunk.TrunkSpec;
import io.sipwright.user.SipUserSpec;
import io.sipwright.validation.Neighbours;
import io.sipwright.validation.SecretPolicy;
import io.sipwright.validation.SpecValidator;
import io.sipwright.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts rows that can be rendered, but hold what no request may: the next change of such a row must mend it. */
final class LaterChanges {

    private static final int NAMED = 5;

    private static final Neighbours NONE = new Neighbours() {
        @Override
        public Optional<TrunkSpec> trunk(String name) {
            return Optional.empty();
        }

        @Override
        public boolean hasUser(String name) {
            return false;
        }

        @Override
        public Optional<String> sectionOwner(String sectionName) {
            return Optional.empty();
        }

        @Override
        public Stream<TrunkSpec> trunks() {
            return Stream.empty();
        }
    };

    private final SpecValidator validator;
    private final Map<String, Rows> byField = new TreeMap<>();

    /** Rows with something wrong in one field, and what is wrong in the first of them. */
    private record Rows(String message, List<String> names) {}

    LaterChanges(TemplateCatalog catalog) {
        validator = new SpecValidator(
                catalog, AsteriskVersion.V22, SecretPolicy.standard(), SpecValidator.USUAL_TRANSPORTS, Locale.ENGLISH);
    }

    void look(ObjectSpec spec) {
        for (Violation violation : violations(spec)) {
            byField.computeIfAbsent(violation.path(), field -> new Rows(violation.message(), new ArrayList<>()))
                    .names
                    .add(spec.name());
        }
    }

    private List<Violation> violations(ObjectSpec spec) {
        return spec instanceof TrunkSpec trunk
                ? validator.check(validator.normalize(trunk), false, NONE)
                : validator.check(validator.normalize((SipUserSpec) spec), false, NONE);
    }

    List<AdoptionFinding> findings(String table) {
        List<AdoptionFinding> findings = new ArrayList<>();
        byField.forEach((field, rows) -> findings.add(new AdoptionFinding(
                false,
                table,
                field,
                "Rows that hold what a request may not: " + rows.names.size() + " (" + shortened(rows.names) + "). "
                        + rows.message,
                "Nothing has to be done now; the next change of such a row must mend it.")));
        return findings;
    }

    /** The first names, and whether there are more. */
    static String shortened(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + (names.size() > NAMED ? ", …" : "");
    }
}
