package io.sipwright.template;

/**
 * What is wrong with a template.
 *
 * @param file where it was read from
 * @param pointer JSON pointer to the place
 * @param message what was expected
 */
public record TemplateProblem(String file, String pointer, String message) {

    @Override
    public String toString() {
        return file + "#" + pointer + ": " + message;
    }
}
