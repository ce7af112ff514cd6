/**
 * Tests of templates, also of the host's own: generators of valid and nearly valid trunks and users, and assertions on what
 * a template renders.
 *
 * <p>{@link io.sipwright.testkit.template.SipwrightAssertions} needs AssertJ on the class path, the arbitraries need jqwik;
 * both are optional dependencies.
 */
@NullMarked
package io.sipwright.testkit.template;

import org.jspecify.annotations.NullMarked;
