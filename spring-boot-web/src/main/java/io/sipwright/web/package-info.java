/** The REST API. */
@NullMarked
package io.sipwright.web;

import org.jspecify.annotations.NullMarked;
