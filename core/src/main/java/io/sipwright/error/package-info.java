/** The root of all exceptions of the library; the lowest floor, so that every package can extend it. */
@NullMarked
package io.sipwright.error;

import org.jspecify.annotations.NullMarked;
