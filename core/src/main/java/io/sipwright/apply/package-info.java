/** From the state of the store to a running Asterisk: render, write, reload. */
@NullMarked
package io.sipwright.apply;

import org.jspecify.annotations.NullMarked;
