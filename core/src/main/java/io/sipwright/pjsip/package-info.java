/**
 * The language of {@code pjsip.conf}: a document model, the writer, the parser and the schema of all section types.
 * Useful by itself; knows nothing of trunks, users or templates.
 *
 * <p>How Asterisk reads its configuration was taken from {@code main/config.c} of Asterisk and measured on Asterisk
 * 22.10 and 16.28.
 */
@NullMarked
package io.sipwright.pjsip;

import org.jspecify.annotations.NullMarked;
