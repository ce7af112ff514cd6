/** How Asterisk is made to read what was written: the SPI, and its outcome. */
@NullMarked
package io.sipwright.reload;

import org.jspecify.annotations.NullMarked;
