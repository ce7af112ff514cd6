/**
 * Tests against the real thing: a real Asterisk on free loopback ports, and a small SIP phone to call on it.
 *
 * <p>Start with {@link io.sipwright.testkit.AsteriskTest @AsteriskTest} or
 * {@link io.sipwright.testkit.WithAsterisk @WithAsterisk} in a JUnit Jupiter test, or with
 * {@link io.sipwright.testkit.AsteriskServer#builder} anywhere else.
 */
@NullMarked
package io.sipwright.testkit;

import org.jspecify.annotations.NullMarked;
