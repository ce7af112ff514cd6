/** Writes trunks and SIP users as rows of Asterisk Realtime, which any number of Asterisk nodes read. */
@NullMarked
package io.sipwright.realtime;

import org.jspecify.annotations.NullMarked;
