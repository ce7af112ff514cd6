/** Where trunks and SIP users are kept: the SPI, and a store in memory. */
@NullMarked
package io.sipwright.store;

import org.jspecify.annotations.NullMarked;
