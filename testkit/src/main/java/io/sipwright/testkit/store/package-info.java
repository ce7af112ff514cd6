/** What every store must do, as a class of tests that a store's own test inherits. */
@NullMarked
package io.sipwright.testkit.store;

import org.jspecify.annotations.NullMarked;
