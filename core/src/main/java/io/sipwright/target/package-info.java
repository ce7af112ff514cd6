/** Where rendered sections go: the SPI, and configuration files that are replaced atomically and durably. */
@NullMarked
package io.sipwright.target;

import org.jspecify.annotations.NullMarked;
