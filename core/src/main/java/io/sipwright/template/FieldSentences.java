package io.sipwright.template;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What is wrong with values, in English: for those who write templates. */
final class FieldSentences {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(
            "io.sipwright.validation.messages",
            Locale.ROOT,
            FieldSentences.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private FieldSentences() {}

    /** In the words of the validation of objects, without the full stop. */
    static String of(FieldProblem problem) {
        try {
            Object[] arguments =
                    problem.arguments().stream().map(String::valueOf).toArray();
            String text = new MessageFormat(ENGLISH.getString(problem.code()), Locale.ROOT).format(arguments);
            return lower(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        } catch (MissingResourceException e) {
            return problem.toString();
        }
    }

    private static String lower(String sentence) {
        return sentence.startsWith("'") || sentence.isEmpty()
                ? sentence
                : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
