package io.sipwright.template;

/**
 * Something in a template that is worth a second look.
 *
 * @param file it stands in; of what is inherited, that of the ancestor
 * @param template id of the template that was looked at; empty where a file could not be read as one
 * @param pointer JSON pointer to the place in the file
 * @param code for programs and for {@link Template#acceptedAdvice}; {@link TemplateLinter#LOADING} for what keeps templates
 *     from being loaded at all
 * @param message what is the matter
 * @param remedy what can be done about it
 */
public record Advice(String file, String template, String pointer, String code, String message, String remedy) {

    @Override
    public String toString() {
        return file + "#" + pointer + ": " + message + " [" + code + "]" + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
