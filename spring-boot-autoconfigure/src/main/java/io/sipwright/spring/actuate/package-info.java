/** Health, metrics, observations and endpoints of a {@link io.sipwright.Sipwright}, for hosts that have Spring Boot's. */
@NullMarked
package io.sipwright.spring.actuate;

import org.jspecify.annotations.NullMarked;
