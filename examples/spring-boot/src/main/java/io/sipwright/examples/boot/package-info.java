/** A server that provisions Asterisk over HTTP. */
@NullMarked
package io.sipwright.examples.boot;

import org.jspecify.annotations.NullMarked;
