/**
 * Checks of trunks and SIP users before anything is stored: Bean Validation, the fields of the template, the schema of
 * Asterisk, and rules between objects. All problems at once, as messages that can be translated.
 */
@NullMarked
package io.sipwright.validation;

import org.jspecify.annotations.NullMarked;
