package io.sipwright.validation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Messages by code, from {@code io/sipwright/validation/messages*.properties}. English is shipped; a host adds a
 * language by a bundle of the same name on its classpath.
 */
final class Messages {

    private static final String BUNDLE = "io.sipwright.validation.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    Messages(Locale locale) {
        this.locale = locale;
        // Without this control a missing language would fall back to that of the machine, not to English.
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text(String code, List<?> arguments) {
        String pattern;
        try {
            pattern = bundle.getString(code);
        } catch (MissingResourceException e) {
            return code;
        }
        Object[] texts = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(pattern, locale).format(texts);
    }
}
