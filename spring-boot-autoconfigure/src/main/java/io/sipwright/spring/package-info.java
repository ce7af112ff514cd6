/** Makes a {@link io.sipwright.Sipwright} out of a data source and properties, in Spring Boot. */
@NullMarked
package io.sipwright.spring;

import org.jspecify.annotations.NullMarked;
