package io.sipwright.pjsip;

/**
 * A place in a configuration file.
 *
 * @param file name as given to the parser or in the include that led there
 * @param line counted from 1
 */
public record Location(String file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
