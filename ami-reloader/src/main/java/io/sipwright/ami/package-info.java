/** Reloads Asterisk over its manager interface (AMI), and looks at what it runs then. */
@NullMarked
package io.sipwright.ami;

import org.jspecify.annotations.NullMarked;
