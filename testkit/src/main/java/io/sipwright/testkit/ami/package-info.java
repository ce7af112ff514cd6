/**
 * A manager interface (AMI) that does what a real Asterisk does not do on demand: it is slow, silent, broken, or lies.
 *
 * <p>{@link io.sipwright.testkit.ami.FakeAmiServer} answers like a small Asterisk 22 until a test says otherwise.
 */
@NullMarked
package io.sipwright.testkit.ami;

import org.jspecify.annotations.NullMarked;
