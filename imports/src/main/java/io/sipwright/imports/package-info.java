/** Takes over what there is: {@code pjsip.conf} in any style, the configuration wizard, CSV, JSON and YAML. */
@NullMarked
package io.sipwright.imports;

import org.jspecify.annotations.NullMarked;
