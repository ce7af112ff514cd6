/** What every reloader must do, as a class of tests that a reloader's own test inherits. */
@NullMarked
package io.sipwright.testkit.reload;

import org.jspecify.annotations.NullMarked;
