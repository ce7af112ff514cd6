/** The fake manager interface, beside the real one and against a bare socket. */
@NullMarked
package io.sipwright.testkit.ami;

import org.jspecify.annotations.NullMarked;
