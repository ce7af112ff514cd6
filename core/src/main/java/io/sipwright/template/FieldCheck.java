package io.sipwright.template;

import io.sipwright.error.Suggestion;
import io.sipwright.pjsip.PjsipSchema;
import io.sipwright.pjsip.PjsipText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what was filled into a field, and brings it into the one form that is stored. */
final class FieldCheck {

    private static final Map<String, String> BOOLEANS = Map.of(
            "yes", "yes", "true", "yes", "on", "yes", "1", "yes", "no", "no", "false", "no", "off", "no", "0", "no");

    private FieldCheck() {}

    /** The stored form: lists split, booleans as yes and no, secrets marked. Wrong values stay as they are. */
    static FieldValue normalize(TemplateField field, FieldValue given) {
        if (given == FieldValue.UNREADABLE) {
            return given; // its problem is still to be reported
        }
        return switch (field.type()) {
            case SECRET, DIGEST -> given.asSecret();
            case BOOLEAN -> FieldValue.of(BOOLEANS.getOrDefault(given.text().toLowerCase(Locale.ROOT), given.text()));
            case CODECS, MAILBOXES ->
                FieldValue.of(String.join(",", given.split().items()));
            case HOSTS, HOST_NAMES, NETWORKS -> given.split();
            default -> given;
        };
    }

    /** What is wrong with a value in its stored form. */
    static Optional<FieldProblem> problem(TemplateField field, FieldValue value) {
        if (value == FieldValue.UNREADABLE
                || value.items().isEmpty() && !field.type().isList()) {
            return Optional.of(FieldProblem.of("field.not_text"));
        }
        List<String> items = value.split().items();
        if (!field.type().isList()) {
            items = value.items();
            if (items.size() != 1) {
                return Optional.of(FieldProblem.of("field.not_single"));
            }
        }
        for (String item : items) {
            Optional<FieldProblem> problem = itemProblem(field, item);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<FieldProblem> itemProblem(TemplateField field, String item) {
        FieldType type = field.type();
        if (item.isEmpty()) {
            return Optional.of(FieldProblem.of("field.empty"));
        }
        Optional<FieldProblem> hidden = unprintable(item);
        if (hidden.isPresent()) {
            return hidden;
        }
        if (item.length() > type.maxLength() || PjsipText.utf8Bytes(item) > limit(type)) {
            return Optional.of(FieldProblem.of("field.too_long", type.maxLength()));
        }
        if (!type.matches(item)) {
            return Optional.of(FieldProblem.of("field." + type.name().toLowerCase(Locale.ROOT)));
        }
        return switch (type) {
            case INTEGER -> range(field, Long.parseLong(item));
            case TEXT, SECRET, AUTH_USER -> range(field, item.length()).map(problem -> lengthProblem(field));
            case BOOLEAN -> when(!item.equals("yes") && !item.equals("no"), "field.boolean");
            case CHOICE -> choice(field, item);
            case CODECS -> codec(item);
            case NETWORKS -> when(Network.parse(item).isEmpty(), "field.networks");
            case HOST -> when(looksLikeBadAddress(item), "field.host");
            case HOST_NAMES -> when(item.matches("[0-9.]+"), "field.host_names");
            default -> Optional.empty();
        };
    }

    /** Contexts and names of calls are cut at 79 bytes by Asterisk, not at 79 characters. */
    private static int limit(FieldType type) {
        return type == FieldType.CALLER_NAME ? type.maxLength() : Integer.MAX_VALUE;
    }

    /** What can't be written, and what can't be seen: such text deceives whoever reads it. */
    static Optional<FieldProblem> unprintable(String text) {
        Optional<String> refusal = PjsipText.refuseValue("", text).map(Enum::name);
        if (refusal.isPresent()) {
            return Optional.of(FieldProblem.of("text." + refusal.get().toLowerCase(Locale.ROOT)));
        }
        boolean invisible = text.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        });
        boolean outerBlank = !text.isEmpty()
                && (Character.isSpaceChar(text.codePointAt(0))
                        || Character.isSpaceChar(text.codePointBefore(text.length())));
        return when(invisible, "text.invisible").or(() -> when(outerBlank, "text.outer_blank"));
    }

    private static Optional<FieldProblem> range(TemplateField field, long number) {
        Long min = field.min();
        Long max = field.max();
        boolean good = (min == null || number >= min) && (max == null || number <= max);
        return good
                ? Optional.empty()
                : Optional.of(FieldProblem.of(
                        "field.range", min == null ? Long.MIN_VALUE : min, max == null ? Long.MAX_VALUE : max));
    }

    private static FieldProblem lengthProblem(TemplateField field) {
        Long min = field.min();
        Long max = field.max();
        return FieldProblem.of(
                "field.length",
                min == null ? 0 : min,
                max == null ? field.type().maxLength() : max);
    }

    private static Optional<FieldProblem> choice(TemplateField field, String item) {
        Set<String> choices = field.choices().keySet();
        return choices.contains(item)
                ? Optional.empty()
                : Optional.of(FieldProblem.of(
                        "field.choice", String.join(", ", choices), Suggestion.sentence(item, choices)));
    }

    private static Optional<FieldProblem> codec(String item) {
        Set<String> known = PjsipSchema.codecs();
        String name = item.replaceFirst("^!", "").replaceFirst(":\\d{1,3}$", "");
        return known.contains(name) || name.equals("all")
                ? Optional.empty()
                : Optional.of(FieldProblem.of(
                        "field.codecs",
                        name.length() <= 20 ? name : name.substring(0, 20),
                        Suggestion.sentence(name, known)));
    }

    /** Digits and dots only, but no address: 300.1.1.1 is a legal host name that no one means. */
    private static boolean looksLikeBadAddress(String item) {
        return item.matches("[0-9.]+") && Network.parse(item).isEmpty();
    }

    private static Optional<FieldProblem> when(boolean wrong, String code) {
        return wrong ? Optional.of(FieldProblem.of(code)) : Optional.empty();
    }
}
