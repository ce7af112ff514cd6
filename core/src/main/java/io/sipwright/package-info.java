/**
 * Provisions Asterisk PJSIP: carrier trunks and SIP users from templates, validated, stored, rendered, and written so
 * that Asterisk can load them. {@link io.sipwright.Sipwright} is where to start.
 */
@NullMarked
package io.sipwright;

import org.jspecify.annotations.NullMarked;
