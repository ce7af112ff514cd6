/** Carrier trunks: what a person describes, what is changed, what is kept. */
@NullMarked
package io.sipwright.trunk;

import org.jspecify.annotations.NullMarked;
