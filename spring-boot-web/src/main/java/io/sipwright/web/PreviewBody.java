package io.sipwright.web;

/**
 * What would be written, with secrets masked.
 *
 * @param file name of the file it would stand in
 * @param config its text
 */
record PreviewBody(boolean success, String file, String config) implements ApiBody {}
