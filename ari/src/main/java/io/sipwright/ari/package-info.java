/** Puts changes into the memory of a running Asterisk over ARI, ahead of its reload. */
@NullMarked
package io.sipwright.ari;

import org.jspecify.annotations.NullMarked;
