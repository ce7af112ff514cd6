/** From trunks and SIP users to the sections of their files: a pure function. */
@NullMarked
package io.sipwright.render;

import org.jspecify.annotations.NullMarked;
