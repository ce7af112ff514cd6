/** Secrets: a value type that does not show itself, and a generator. Knows nothing else of the library. */
@NullMarked
package io.sipwright.secret;

import org.jspecify.annotations.NullMarked;
