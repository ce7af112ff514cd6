/** The documentation, done as it says. */
@NullMarked
package io.sipwright.testkit.docs;

import org.jspecify.annotations.NullMarked;
