package io.sipwright.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern read backwards: from a text to what stood in its placeholders. */
final class ReversePattern {

    /** No field holds as much, and what two placeholders could share takes long to divide. */
    private static final int LONGEST = 1_000;

    private final Pattern regex;
    private final List<String> names;
    private final Map<String, TemplateField> fields;

    private ReversePattern(TextPattern pattern, Map<String, TemplateField> fields) {
        this.fields = fields;
        names = new ArrayList<>();
        StringBuilder text = new StringBuilder(quoted(pattern.literals().get(0)));
        for (int i = 0; i < pattern.placeholders().size(); i++) {
            String name = pattern.placeholders().get(i);
            int known = names.indexOf(name);
            if (known >= 0) {
                text.append("\\").append(known + 1);
            } else {
                names.add(name);
                text.append('(').append(form(fields.get(name))).append(')');
            }
            text.append(quoted(pattern.literals().get(i + 1)));
        }
        regex = Pattern.compile(text.toString());
    }

    /** One for each way in which the intermediate texts of the template may have been made; none without placeholders. */
    static List<ReversePattern> of(TextPattern pattern, TemplateBody body) {
        List<ReversePattern> reversed = new ArrayList<>();
        for (TextPattern plain : withoutLets(pattern, body)) {
            if (!plain.isConstant()) {
                reversed.add(new ReversePattern(plain, body.fields()));
            }
        }
        return reversed;
    }

    private static List<TextPattern> withoutLets(TextPattern pattern, TemplateBody body) {
        for (String name : pattern.placeholders()) {
            List<TemplateBody.Alternative> alternatives = body.lets().get(name);
            if (alternatives != null) {
                return alternatives.stream()
                        .map(alternative -> pattern.with(name, alternative.pattern()))
                        .flatMap(replaced -> withoutLets(replaced, body).stream())
                        .toList();
            }
        }
        return List.of(pattern);
    }

    private static String quoted(String literal) {
        return literal.isEmpty() ? "" : Pattern.quote(literal);
    }

    /** What a field may hold, as far as it takes to tell it from what stands around it. */
    private static String form(@Nullable TemplateField field) {
        if (field == null) {
            return ".+";
        }
        return switch (field.type()) {
            case HOST -> "[^\\s:;,<>@\\[\\]]+|\\[[^\\]]+]";
            case HOST_NAMES -> "[^\\s:;,<>@\\[\\]]+";
            case HOSTS -> "(?:[^\\s:;,<>@\\[\\]]+|\\[[^\\]]+])(?::\\d+)?";
            case PORT, INTEGER -> "-?\\d+";
            case SIP_USER, E164, EXTENSION -> "[^\\s:;,<>@\"]+";
            case CHOICE ->
                field.choices().isEmpty()
                        ? ".+"
                        : String.join("|", field.choices().keySet());
            case CALLER_NAME -> ".*"; // quotes in it are judged with the field
            default -> ".+";
        };
    }

    /** What stood in the placeholders, by name; empty when the text is none of this pattern. */
    Map<String, String> read(String text) {
        Matcher matcher = regex.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return Map.of();
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            TemplateField field = fields.get(names.get(i));
            String held = matcher.group(i + 1);
            boolean escaped = field != null && field.type() == FieldType.CALLER_NAME;
            found.put(names.get(i), escaped ? held.replaceAll("\\\\(.)", "$1") : held);
        }
        return found;
    }
}
