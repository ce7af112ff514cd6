/** Sipwright without a framework: reads a file, provisions what it says, and shows it in a running Asterisk. */
@NullMarked
package io.sipwright.examples.plain;

import org.jspecify.annotations.NullMarked;
