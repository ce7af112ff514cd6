/** The kit for templates does what it says, also when it says no. */
@NullMarked
package io.sipwright.testkit.template;

import org.jspecify.annotations.NullMarked;
