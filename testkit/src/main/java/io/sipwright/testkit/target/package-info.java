/** What every target must do, as a class of tests that a target's own test inherits. */
@NullMarked
package io.sipwright.testkit.target;

import org.jspecify.annotations.NullMarked;
