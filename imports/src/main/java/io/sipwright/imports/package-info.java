/** Takes over what there is: {@code pjsip.conf} in any style, and the configuration wizard. */
@NullMarked
package io.sipwright.imports;

import org.jspecify.annotations.NullMarked;
